namespace Policing.Ethics;

internal static class BaselinePolicy
{
    private static readonly Lazy<PolicySet> Loaded = new(Load);

    public static PolicySet Set => Loaded.Value;

    private static PolicySet Load()
    {
        using Stream stream = typeof(BaselinePolicy).Assembly.GetManifestResourceStream("baseline.policy.json")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return PolicySet.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
