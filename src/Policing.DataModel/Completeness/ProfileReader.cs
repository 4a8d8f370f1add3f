using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>Makes profiles of a file: its form by the schema, and what it names by the model.</summary>
internal sealed class ProfileReader
{
    private const string OurPrefix = "PSDK";

    private static readonly FrozenDictionary<string, Severity> Severities = new Dictionary<string, Severity>(StringComparer.Ordinal)
    {
        ["information"] = Severity.Information,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, RecordFacts> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private readonly string _prefix;

    private ProfileReader(JsonElement file)
    {
        _prefix = file.GetProperty("rulePrefix").GetString()!;
        if (!file.TryGetProperty("groups", out JsonElement groups)) return;
        foreach (JsonProperty group in groups.EnumerateObject()) _groups.Add(group.Name, group.Value);
    }

    public static CompletenessProfiles Read(byte[] utf8, bool isOurs)
    {
        ProfileFiles.RequireSet(utf8);
        using JsonDocument document = JsonDocument.Parse(utf8, ProfileFiles.Options);
        JsonElement file = document.RootElement;
        ProfileReader reader = new(file);
        if (!isOurs && reader._prefix.StartsWith(OurPrefix, StringComparison.Ordinal))
            throw new ProfileException("/rulePrefix", "rules that begin with PSDK are the SDK's; choose a prefix of your own.");
        CompletenessProfile[] profiles = [.. reader.Profiles(file.GetProperty("profiles"))];
        return new(utf8, TextOf(file, "id")!, TextOf(file, "title")!, TextOf(file, "source")!, new(profiles), reader._facts);
    }

    private IEnumerable<CompletenessProfile> Profiles(JsonElement profiles)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        int place = 0;
        foreach (JsonElement profile in profiles.EnumerateArray())
        {
            string pointer = string.Create(CultureInfo.InvariantCulture, $"/profiles/{place++}");
            if (!ids.Add(TextOf(profile, "id")!)) throw new ProfileException(pointer + "/id", "another profile has this id.");
            yield return Profile(profile, pointer);
        }
    }

    private CompletenessProfile Profile(JsonElement profile, string pointer)
    {
        string id = TextOf(profile, "id")!, type = TextOf(profile, "record")!;
        RequireType(type, pointer + "/record");
        string[] roles = Texts(profile, "roles");
        RequireRoles(roles, pointer + "/roles");
        ProfileQuestion[] when = Questions(profile, "when", type, pointer);
        List<CompletenessGap> gaps = [];
        foreach (string group in Texts(profile, "include"))
        {
            if (!_groups.TryGetValue(group, out JsonElement shared)) throw new ProfileException(pointer + "/include", "there is no such group.");
            gaps.AddRange(Gaps(shared, id, type, pointer + "/include"));
        }

        if (profile.TryGetProperty("gaps", out JsonElement own)) gaps.AddRange(Gaps(own, id, type, pointer + "/gaps"));
        if (gaps.Count == 0) throw new ProfileException(pointer, "the profile asks for nothing; give 'gaps' or 'include'.");
        return new(id, TextOf(profile, "title")!, type, new(roles), when, ValueList.From(gaps));
    }

    private IEnumerable<CompletenessGap> Gaps(JsonElement gaps, string profile, string type, string pointer)
    {
        int place = 0;
        foreach (JsonElement gap in gaps.EnumerateArray()) yield return Gap(gap, profile, type, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{place++}"));
    }

    private CompletenessGap Gap(JsonElement gap, string profile, string type, string pointer)
    {
        string id = $"{_prefix}-{profile.Replace("_", "", StringComparison.Ordinal)}-{TextOf(gap, "id")}".ToUpperInvariant();
        if (!_rules.Add(id)) throw new ProfileException(pointer + "/id", "the profile has another gap of this id.");
        string[] sources = Texts(gap, "sources");
        string clause = sources.Length == 0 ? profile : $"{profile}, {string.Join(", ", sources)}";
        FindingRule rule = new(id, Severities[TextOf(gap, "severity") ?? "warning"], TextOf(gap, "message")!, clause, TextOf(gap, "hint")!);
        ProfileQuestion[] of = Questions(gap, "of", type, pointer);
        int atLeast = gap.TryGetProperty("atLeast", out JsonElement least) ? least.GetInt32() : 1;
        if (atLeast > of.Length) throw new ProfileException(pointer + "/atLeast", "more is asked for than there are places.");
        return new(rule, new(sources), PointedAt(gap), atLeast, of, Questions(gap, "when", type, pointer));
    }

    // A finding points into the record where one member alone can mend it.
    private static string? PointedAt(JsonElement gap)
    {
        JsonElement of = gap.GetProperty("of");
        return of.GetArrayLength() == 1 && TextOf(of[0], "member") is { } member ? member.Split('/')[0] : null;
    }

    private ProfileQuestion[] Questions(JsonElement owner, string name, string type, string pointer)
    {
        if (!owner.TryGetProperty(name, out JsonElement questions)) return [];
        int place = 0;
        List<ProfileQuestion> read = [];
        foreach (JsonElement question in questions.EnumerateArray()) read.Add(Question(question, type, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{name}/{place++}")));
        return [.. read];
    }

    private ProfileQuestion Question(JsonElement question, string type, string pointer)
    {
        bool not = question.TryGetProperty("not", out JsonElement negated) && negated.GetBoolean();
        string[] values = Texts(question, "is");
        int minLength = question.TryGetProperty("minLength", out JsonElement length) ? length.GetInt32() : 0;
        if (TextOf(question, "member") is { } member) return new() { Kind = QuestionKind.Member, Not = not, Bit = BitOf(type, member, values, minLength, pointer + "/member") };
        if (TextOf(question, "link") is { } link) return new() { Kind = QuestionKind.LinkMember, Not = not, Bit = BitOf("link", link, values, minLength, pointer + "/link") };
        return question.TryGetProperty("ageBelow", out JsonElement age)
            ? new() { Kind = QuestionKind.AgeBelow, Not = not, Age = age.GetInt32() }
            : Other(question, not, pointer);
    }

    private ProfileQuestion Other(JsonElement question, bool not, string pointer)
    {
        string[] roles = Texts(question, "roles");
        RequireRoles(roles, pointer + "/roles");
        string? type = TextOf(question, "record");
        if (type is not null) RequireType(type, pointer + "/record");
        string[] members = Texts(question, "members"), values = Texts(question, "is");
        if (members.Length > 0 && type is null) throw new ProfileException(pointer + "/members", "members of another record need 'record'.");
        if (values.Length > 0 && members.Length != 1) throw new ProfileException(pointer + "/is", "values need exactly one of 'members'.");
        ulong bits = 0;
        foreach (string member in members) bits |= BitOf(type!, member, values, 0, pointer + "/members");
        return new()
        {
            Kind = QuestionKind.Other,
            Not = not,
            Roles = roles,
            OtherIsFrom = TextOf(question, "other") == "from",
            OtherType = RoleKinds.NumberOf(type),
            OtherBits = bits,
        };
    }

    private ulong BitOf(string type, string member, string[] values, int minLength, string pointer)
    {
        if (!_facts.TryGetValue(type, out RecordFacts? facts)) _facts.Add(type, facts = new(type));
        ulong bit = facts.BitOf(member, values, minLength);
        if (bit != 0) return bit;
        throw new ProfileException(pointer, facts.HasMember(member)
            ? "a set may ask 64 different things of a record type; split the set."
            : "the record type has no such member; the data dictionary lists them.");
    }

    private static void RequireType(string type, string pointer)
    {
        if (MemberValues.Of(type) is null || Array.IndexOf(ModelTypes.All, type) < 0) throw new ProfileException(pointer, "the model has no such record type.");
    }

    private static void RequireRoles(string[] roles, string pointer)
    {
        foreach (string role in roles)
            if (!LinkRole.Of(role).IsBuiltIn) throw new ProfileException(pointer, "a role is none of the list link-role.");
    }

    private static string? TextOf(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static string[] Texts(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(item => string.Intern(item.GetString()!))] : [];
}
