using FsCheck.Xunit;
using Policing.DataModel;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Tests.Mapping;

public sealed class KeyTextTests
{
    [Fact]
    public void The_text_is_what_the_documentation_says()
    {
        var key = new KeyText().Start("crime").Add("a|b\\c").Add("2031-01").Add("drugs").Add("").Add("").Add(1);

        Assert.Equal(RecordId.Derive("data.police.uk", "crime|a\\|b\\\\c|2031-01|drugs|||1"), key.ToId());
        Assert.Equal("urn:uuid:745f3552-6da0-5aaa-b428-1290e0c899fa", key.ToId().Text);
    }

    [Property]
    public bool Different_parts_never_make_one_text(string?[] left, string?[] right) =>
        Parts(left).SequenceEqual(Parts(right), StringComparer.Ordinal) == (Id(left) == Id(right));

    [Property]
    public bool A_separator_within_a_part_separates_nothing(string? left, string? right) =>
        Id([left, right]) != Id([left + "|" + right]) && Id([left + "\\", right]) != Id([left + "\\|" + right]) && Id([left + "|", right]) != Id([left, "|" + right]);

    [Fact]
    public void A_key_may_be_long()
    {
        var part = new string('x', 5_000) + "|";
        Assert.Equal(RecordId.Derive("data.police.uk", "crime|" + part[..^1] + "\\|"), new KeyText().Start("crime").Add(part).ToId());
    }

    // Half of a surrogate pair is no text: reading rejects it before the mapping.
    private static IEnumerable<string> Parts(string?[] parts) => parts.Select(p => new string([.. (p ?? "").Where(c => !char.IsSurrogate(c))]));

    private static RecordId Id(string?[] parts)
    {
        var key = new KeyText().Start("crime");
        foreach (var part in Parts(parts))
            key.Add(part);
        return key.ToId();
    }
}
