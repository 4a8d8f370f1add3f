namespace Policing.DataModel.Schemas;

/// <summary>
/// Compares two sets of schemas of one major version, and names each change that breaks readers or writers. What is on trial in the earlier
/// set may change.
/// </summary>
/// <remarks>
/// <para>
/// Three things must hold. What an old producer writes meets the new schema for producers. What a new producer writes is accepted by an
/// old consumer. What an old consumer accepted a new one accepts too.
/// </para>
/// <para>
/// It compares the keywords that the published schemas have. Where it cannot tell (a pattern that is written differently, a keyword that it
/// does not compare), it says that it is a change: better a question than a break. A member that is new is no break for those who let
/// unknown members pass.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public static class SchemaComparison
{
    /// <summary>The breaking changes; none when the later set may take the place of the earlier.</summary>
    /// <param name="before">The earlier set, such as the one last approved.</param>
    /// <param name="after">The later set.</param>
    public static IReadOnlyList<SchemaChange> Compare(SchemaSet before, SchemaSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<SchemaChange> changes = [];
        new SchemaInclusion(before.Strict, after.Strict, earlierIsLess: true, (place, message) => changes.Add(new(BreaksFor.Writers, "strict/" + place, message))).Check();
        new SchemaInclusion(after.Strict, before.Open, earlierIsLess: false, (place, message) => changes.Add(new(BreaksFor.Readers, "strict/" + place, message))).Check();
        new SchemaInclusion(before.Open, after.Open, earlierIsLess: true, (place, message) => changes.Add(new(BreaksFor.Readers, "open/" + place, message))).Check();
        return [.. changes.Distinct()];
    }
}
