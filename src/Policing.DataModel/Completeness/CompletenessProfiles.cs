using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>
/// A set of completeness profiles, which say what a record in a role should have. They are data: the SDK's are a file like any caller's. A profile reports
/// gaps, and never stops a record from being read. Immutable and thread-safe.
/// </summary>
/// <remarks>A reason under <c>absent</c> answers for what is missing; what is outside the set is not held against a record.</remarks>
public sealed class CompletenessProfiles
{
    private static readonly Lazy<CompletenessProfiles> BuiltIn = new(static () => ProfileReader.Read(ProfileFiles.Text("pole.profiles.json"), isOurs: true));

    private readonly Dictionary<string, RecordFacts> _facts;
    private readonly CompletenessProfile[][] _byType;

    private readonly byte[] _utf8;

    internal CompletenessProfiles(byte[] utf8, string id, string title, string source, ValueList<CompletenessProfile> profiles, Dictionary<string, RecordFacts> facts)
    {
        _utf8 = utf8;
        Id = id;
        Title = title;
        Source = source;
        Profiles = profiles;
        _facts = facts;
        _byType = [.. Enumerable.Range(0, Json.ModelTypes.All.Length + 1).Select(n => profiles.Where(p => RoleKinds.NumberOf(p.RecordType) == n).ToArray())];
    }

    /// <summary>
    /// The entities of the Minimum POLE Data Standards Dictionary v1.1, in our own words: 20 of people, 6 of events, 13 of objects and 5 of places. Nobody has
    /// endorsed them. <c>schemas/profiles/pole.profiles.json</c>.
    /// </summary>
    public static CompletenessProfiles Pole => BuiltIn.Value;

    /// <summary>The id of the set.</summary>
    public string Id { get; }

    /// <summary>What it is.</summary>
    public string Title { get; }

    /// <summary>Where its demands are from.</summary>
    public string Source { get; }

    /// <summary>The profiles, in the order of the file.</summary>
    public ValueList<CompletenessProfile> Profiles { get; }

    /// <summary>The rules of all gaps, each once.</summary>
    public IEnumerable<FindingRule> Rules => Profiles.SelectMany(profile => profile.Gaps).Select(gap => gap.Rule).Distinct();

    /// <summary>The file, as it was read: a beginning for one of your own.</summary>
    public byte[] ToUtf8() => [.. _utf8];

    /// <summary>Reads a file of profiles of your own.</summary>
    /// <param name="utf8">The file, as <c>schemas/profiles/1.0/profiles.schema.json</c> describes it; at most 1 MiB.</param>
    /// <exception cref="ProfileException">Something is wrong with it; the message names the place and what to do.</exception>
    public static CompletenessProfiles Parse(ReadOnlySpan<byte> utf8) => ProfileReader.Read(utf8.ToArray(), isOurs: false);

    /// <summary>What is asked of a record type; null where nothing is.</summary>
    internal RecordFacts? FactsOf(string type) => _facts.GetValueOrDefault(type);

    /// <summary>The profiles over a record type, by its number.</summary>
    internal CompletenessProfile[] Over(byte type) => _byType[type];
}
