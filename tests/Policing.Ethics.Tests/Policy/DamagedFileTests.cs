using System.Text;

namespace Policing.Ethics.Tests.Policy;

/// <summary>Whatever happens to a file, it loads whole or is refused as a policy; never with another exception, and never in part.</summary>
public sealed class DamagedFileTests
{
    private static readonly byte[] s_tests = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Baseline", "baseline.tests.json"));

    private static readonly string[] s_pieces =
        ["null", "{}", "[]", "\"\"", "true", "1e999", "-0", "\"x-\"", "\"permit\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"\\ud83d\\ude00\"", ",", "}", "\"present\"", "\"secret\"", "2147483648", "\"::\""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_file_loads_whole_or_is_refused(int seed)
    {
        Random random = new(seed);
        byte[] policy = PolicySet.Baseline.ToUtf8();
        int loaded = 0, refused = 0;
        for (int time = 0; time < 100; time++)
        {
            (int ok, int no) = (Try(() => PolicySet.Parse(Damaged(policy, random)).Explain(SampleContexts.Consult())), Try(() => PolicyTestSuite.Parse(Damaged(s_tests, random)).Run(PolicySet.Baseline)));
            loaded += ok + no;
            refused += 2 - ok - no;
        }
        Assert.True(loaded > 5 && refused > 40, $"{loaded} loaded, {refused} refused");
    }

    private static int Try(Action load)
    {
        try
        {
            load();
            return 1;
        }
        catch (PolicySetException exception)
        {
            Assert.NotEmpty(exception.Problems);
            return 0;
        }
    }

    // A value replaced, a stretch cut out or doubled, or a byte turned over.
    private static byte[] Damaged(byte[] file, Random random)
    {
        string text = Encoding.UTF8.GetString(file);
        int at = random.Next(text.Length - 60);
        switch (random.Next(4))
        {
            case 0:
                int colon = text.IndexOf(": ", at, StringComparison.Ordinal) + 2;
                int end = text.IndexOfAny([',', '\n'], colon);
                return Encoding.UTF8.GetBytes(colon < 2 || end < 0 ? text : text[..colon] + s_pieces[random.Next(s_pieces.Length)] + text[end..]);
            case 1:
                return Encoding.UTF8.GetBytes(text.Remove(at, random.Next(1, 50)));
            case 2:
                return Encoding.UTF8.GetBytes(text.Insert(at, text.Substring(at, random.Next(1, 50))));
            default:
                byte[] copy = [.. file];
                copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                return copy;
        }
    }
}
