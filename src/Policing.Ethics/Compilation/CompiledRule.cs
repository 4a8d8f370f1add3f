namespace Policing.Ethics.Compilation;

/// <summary>A rule, ready to be tested against requests that its target fits.</summary>
internal sealed class CompiledRule(PolicyRule rule)
{
    private readonly long _from = Ticks(rule.InForceFrom, long.MinValue);
    private readonly long _until = Ticks(rule.InForceUntil, long.MaxValue);
    private readonly ConditionTest[] _when = [.. rule.When.Select(ConditionTests.Of)];
    private readonly ConditionTest[] _unless = [.. rule.Unless.Select(ConditionTests.Of)];

    public PolicyRule Rule { get; } = rule;

    public TestResult Applies(in AccessRequest request)
    {
        if (!IsInForce(request.Time)) return TestResult.No;
        TestResult when = All(_when, request, out _);
        return when is not TestResult.Yes || _unless.Length == 0 ? when : Not(All(_unless, request, out _));
    }

    /// <summary>Where no time is stated, what restricts is in force whenever it is, and what permits only if it always is.</summary>
    public bool IsInForce(DateTimeOffset time)
    {
        long ticks = time.UtcTicks;
        if (ticks == 0) return Rule.Effect is not RuleEffect.Permit || (_from == long.MinValue && _until == long.MaxValue);
        return ticks >= _from && ticks < _until;
    }

    /// <summary>Up to the first that does not hold; <paramref name="last"/> is the place where it ended.</summary>
    public TestResult When(in AccessRequest request, out int last) => All(_when, request, out last);

    public TestResult Unless(in AccessRequest request, out int last) => All(_unless, request, out last);

    private static TestResult All(ConditionTest[] tests, in AccessRequest request, out int last)
    {
        for (last = 0; last < tests.Length; last++)
            if (tests[last].Of(request) is var result and not TestResult.Yes) return result;
        return TestResult.Yes;
    }

    private static TestResult Not(TestResult result) => result switch
    {
        TestResult.Yes => TestResult.No,
        TestResult.No => TestResult.Yes,
        _ => TestResult.Error,
    };

    private static long Ticks(DateOnly? day, long none) => day is { } date ? date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks : none;
}
