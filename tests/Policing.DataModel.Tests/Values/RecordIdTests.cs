using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Policing.DataModel.Tests.Values;

public sealed class RecordIdTests : TextValueBattery<RecordId>
{
    private const string Some = "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2";

    protected override ImmutableArray<string> Ascending =>
    [
        "urn:uuid:00000000-0000-0000-0000-000000000001",
        "urn:uuid:017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        Some,
        "urn:uuid:7fffffff-ffff-ffff-ffff-ffffffffffff",
        "urn:uuid:80000000-0000-0000-0000-000000000000",
        "urn:uuid:80000000-0000-8000-0000-000000000000",
        "urn:uuid:ffffffff-ffff-ffff-ffff-ffffffffffff",
    ];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("URN:UUID:919108f7-52d1-4320-9bac-f847db4148a8", "urn:uuid:919108f7-52d1-4320-9bac-f847db4148a8"),
        ("urn:uuid:C232AB00-9414-11EC-B3C8-9F6BDECED846", "urn:uuid:c232ab00-9414-11ec-b3c8-9f6bdeced846"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "2ed6657d-e927-568b-95e1-2665a8aea6a2",
        "urn:uuid:00000000-0000-0000-0000-000000000000",
        "urn:uuid:2ed6657de927568b95e12665a8aea6a2",
        "urn:uuid:{2ed6657d-e927-568b-95e1-2665a8aea6a2}",
        "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6ag",
        // What the platform's parser takes as a UUID by old habit: signs and 0x inside the groups.
        "urn:uuid:0x2ed665-e927-568b-95e1-2665a8aea6a2",
        "urn:uuid:+ed6657d-e927-568b-95e1-2665a8aea6a2",
        "urn:uuid:2ed6657d-+927-0x8b-95e1-2665a8aea6a2",
        "urn:uuid: ed6657d-e927-568b-95e1-2665a8aea6a2",
        "urn:oid::2ed6657d-e927-568b-95e1-2665a8aea6a2",
    ];

    [Fact]
    public void LetterCaseDoesNotCountButIsKept()
    {
        RecordId lower = RecordId.Parse(Some), upper = RecordId.Parse(Some.ToUpperInvariant());
        Assert.Equal(lower, upper);
        Assert.Equal(lower.GetHashCode(), upper.GetHashCode());
        Assert.Equal(0, lower.CompareTo(upper));
        Assert.Equal(Some.ToUpperInvariant(), upper.Text);
        Assert.True(lower == upper && lower <= upper && lower >= upper && !(lower < upper) && !(lower > upper) && !(lower != upper));
    }

    /// <summary>RFC 9562 appendix A.4: <c>www.example.com</c> in the DNS namespace. The same steps, by hand, give the namespace and ids of ours.</summary>
    [Fact]
    public void DerivedIdsFollowTheRfc()
    {
        Guid dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), url = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Version5(dns, "www.example.com"));
        Assert.Equal(Version5(url, "https://schemas.policing-sdk.example/record-id"), RecordId.Namespace);
        Assert.Equal(Version5(RecordId.Namespace, "data.police.uk\0abc"), RecordId.Derive("data.police.uk", "abc").Uuid);
        Assert.Equal(Version5(RecordId.Namespace, "sýstem\0kéy"), RecordId.Derive("sýstem", "kéy").Uuid);
        string longKey = new('k', 5_000);
        Assert.Equal(Version5(RecordId.Namespace, "s\0" + longKey), RecordId.Derive("s", longKey).Uuid);
        Assert.Equal(5, RecordId.Derive("a", "b").Uuid.Version);
        Assert.NotEqual(RecordId.Derive("ab", "c"), RecordId.Derive("a", "bc"));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 9562 5.5 defines version 5 over SHA-1.")]
    private static Guid Version5(Guid space, string name)
    {
        byte[] hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    [Fact]
    public void ANewIdIsVersionSevenAndSortsByTime()
    {
        RecordId first = RecordId.New(new FixedTime(new DateTimeOffset(2022, 2, 22, 19, 22, 22, TimeSpan.Zero)));
        RecordId second = RecordId.New(new FixedTime(new DateTimeOffset(2022, 2, 22, 19, 22, 23, TimeSpan.Zero)));
        Assert.Equal((7, 7), (first.Uuid.Version, second.Uuid.Version));
        // RFC 9562 appendix A.6: the time above is 017f22e279b0.
        Assert.StartsWith("urn:uuid:017f22e2-79b0-7", first.Text);
        Assert.True(first < second);
        Assert.NotEqual(RecordId.New(), RecordId.New());
    }

    [Fact]
    public void NothingIsMadeOfNothing()
    {
        Assert.Throws<ArgumentException>(() => RecordId.FromUuid(Guid.Empty));
        Assert.Throws<ArgumentException>(() => RecordId.Derive("", "x"));
        Assert.Throws<ArgumentException>(() => RecordId.Derive("x", ""));
        Assert.Equal(Guid.Empty, RecordId.FromText("x").Uuid);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
