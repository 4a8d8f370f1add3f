using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Policing.DataModel;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>Holds a view against the model, and makes the plan of it.</summary>
internal sealed class SharePlanner
{
    private const int MostIdLength = 100;
    private const int MostPathLength = 200;
    private const int MostPaths = 2_000;
    private const int MostExtensions = 32;
    private const string BundleType = "bundle";
    private const string NoSuchRedactor = "asks for a redactor that the host has not given";

    private readonly SharingView _view;
    private readonly RedactorSet _redactors;
    private readonly List<SharingViewProblem> _problems = [];

    private SharePlanner(SharingView view, RedactorSet redactors)
    {
        _view = view;
        _redactors = redactors;
    }

    /// <exception cref="SharingViewException">The view cannot be used.</exception>
    public static SharePlan Plan(SharingView view, RedactorSet redactors)
    {
        SharePlanner planner = new(view, redactors);
        planner.CheckHead();
        Dictionary<string, RecordPlan> records = planner.Records();
        return planner._problems.Count == 0 ? new SharePlan(view, records) : throw new SharingViewException(planner._problems);
    }

    /// <summary>Whether a record type has a member of this path.</summary>
    public static bool Has(string type, string path) => Find(ModelMembers.Instance.OfRecord(type), path) is not null;

    private void Problem(string pointer, string message) => _problems.Add(new(pointer, message));

    private void CheckHead()
    {
        const string Form = "is not 1 to 100 letters, digits, dots, hyphens, underscores or colons";
        if (!IsName(_view.Id)) Problem("/id", Form);
        if (!IsName(_view.Version)) Problem("/version", Form);
        if (!Enum.IsDefined(_view.Notes)) Problem("/notes", "is neither held nor none");
        if (_view.Records.IsEmpty) Problem("/records", "gives nothing");
    }

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= MostIdLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');

    private Dictionary<string, RecordPlan> Records()
    {
        Dictionary<string, RecordPlan> plans = new(StringComparer.Ordinal);
        HashSet<string> listed = new(StringComparer.Ordinal);
        RecordSharing? any = null;
        foreach ((int place, RecordSharing sharing) in _view.Records.Index())
        {
            string pointer = SharingViewPlaces.Record(sharing.Type, place);
            if (!listed.Add(sharing.Type)) Problem(pointer, "is there twice");
            else if (sharing.Type == RecordSharing.AnyType) any = sharing;
            else if (!ModelMembers.Instance.HasRecord(sharing.Type)) Problem(pointer, "is not a record type of the model");
            else plans.Add(sharing.Type, Record(sharing.Type, sharing, pointer));
        }

        if (any is not null) AddOthers(plans, any);
        // A bundle of given records is given, with nothing of its own but what it cannot be without.
        if (!plans.ContainsKey(BundleType)) plans.Add(BundleType, Record(BundleType, new RecordSharing { Type = BundleType }, "/records"));
        return plans;
    }

    private void AddOthers(Dictionary<string, RecordPlan> plans, RecordSharing any)
    {
        string pointer = $"/records/{RecordSharing.AnyType}";
        int before = _problems.Count;
        SharingRules rules = Rules(any, ModelMembers.Instance.Envelope, isBundle: false, pointer);
        if (_problems.Count > before) return;
        foreach (string type in ModelMembers.Instance.RecordTypes)
            if (!plans.ContainsKey(type)) plans.Add(type, Plan(type, rules));
    }

    private RecordPlan Record(string type, RecordSharing sharing, string pointer) =>
        Plan(type, Rules(sharing, ModelMembers.Instance.OfRecord(type), type == BundleType, pointer));

    private static RecordPlan Plan(string type, SharingRules rules) =>
        new(type == BundleType, new ShareNodeBuilder(rules).OfRecord(type), rules.Extensions, ShareNodeBuilder.OfExtension()) { AnyExtension = rules.AnyExtension };

    private SharingRules Rules(RecordSharing sharing, ModelMember[] members, bool isBundle, string pointer)
    {
        PathTree listed = new();
        PathTree except = new();
        if (sharing.Members.Count + sharing.Except.Count + sharing.Redact.Count > MostPaths) Problem(pointer, "has over 2,000 paths");
        foreach ((int place, string path) in sharing.Members.Index())
            if (Resolve(members, path, $"{pointer}/members/{place}") is not null) listed.Add(path);
        foreach ((int place, string path) in sharing.Except.Index())
            if (ResolveExcept(members, path, isBundle, $"{pointer}/except/{place}")) except.Add(path);
        foreach ((int place, RedactionRule rule) in sharing.Redact.Index())
            if (ResolveRedactor(members, rule, isBundle, $"{pointer}/redact/~[{place}]") is { } redactor) listed.Add(rule.Member, redactor);
        foreach ((int place, var dataClass) in sharing.Classes.Index())
            if (!ModelMembers.IsKnown(dataClass)) Problem($"{pointer}/classes/{place}", "is not a data class of the model");
        return new(listed, except, [.. sharing.Classes], Extensions(sharing, pointer))
        {
            AnyExtension = sharing.Extensions.Contains(RecordSharing.AnyExtension, StringComparer.Ordinal),
            OfClasses = OfClasses(sharing, pointer),
        };
    }

    private Dictionary<DataClassification, Redactor> OfClasses(RecordSharing sharing, string pointer)
    {
        Dictionary<DataClassification, Redactor> redactors = [];
        foreach ((int place, ClassRedaction rule) in sharing.RedactClasses.Index())
        {
            string at = $"{pointer}/redactClasses/{(ModelMembers.IsKnown(rule.Class) ? rule.Class.Value : $"~[{place}]")}";
            if (!ModelMembers.IsKnown(rule.Class)) Problem(at, "is not a data class of the model");
            else if (!_redactors.TryGet(rule.Redactor, out object? redactor)) Problem(at, NoSuchRedactor);
            else if (redactor is not Redactor ofText) Problem(at, "asks for a grid, which takes points alone");
            else if (!redactors.TryAdd(rule.Class, ofText)) Problem(at, "is there twice");
        }

        return redactors;
    }

    private byte[][] Extensions(RecordSharing sharing, string pointer)
    {
        if (sharing.Extensions.Count > MostExtensions) Problem($"{pointer}/extensions", "has over 32 extensions");
        foreach ((int place, string uri) in sharing.Extensions.Index())
            if (uri != RecordSharing.AnyExtension && !Uri.IsWellFormedUriString(uri, UriKind.Absolute)) Problem($"{pointer}/extensions/{place}", "is not an absolute URI");
        return [.. sharing.Extensions.Distinct(StringComparer.Ordinal).Select(System.Text.Encoding.UTF8.GetBytes)];
    }

    private ModelMember? Resolve(ModelMember[] members, string path, string pointer)
    {
        if (path.Length > MostPathLength || Find(members, path) is not { } member)
        {
            Problem(pointer, "is not the path of a member of the model, such as names/surname");
            return null;
        }

        string? refusal = path.Split('/')[0] switch
        {
            "absent" or "view" => "is written by the minimiser",
            "extensions" => "is given by the owner's URI, under 'extensions'",
            "signatures" => "is of the whole document, and cannot be given of a part",
            _ => null,
        };
        if (refusal is null) return member;
        Problem(pointer, refusal);
        return null;
    }

    private static ModelMember? Find(ModelMember[] members, string path)
    {
        ModelMember? found = null;
        foreach (string segment in path.Split('/'))
        {
            ModelMember[] below = found is null ? members : found is { Kind: MemberKind.Part, Shape: not MemberShape.Map } ? ModelMembers.Instance.OfPart(found.Part!) : [];
            found = Array.Find(below, m => m.Name == segment);
            if (found is null) return null;
        }

        return found;
    }

    private bool ResolveExcept(ModelMember[] members, string path, bool isBundle, string pointer)
    {
        if (Resolve(members, path, pointer) is null) return false;
        if (!IsAlwaysGiven(path, isBundle)) return true;
        Problem(pointer, "is always given: without it a copy could not be handled safely");
        return false;
    }

    private object? ResolveRedactor(ModelMember[] members, RedactionRule rule, bool isBundle, string pointer)
    {
        if (Resolve(members, rule.Member, pointer) is not { } member) return null;
        if (!_redactors.TryGet(rule.Redactor, out object? redactor))
        {
            Problem(pointer, NoSuchRedactor);
            return null;
        }

        if (Refusal(member, rule.Member, redactor, isBundle) is not { } refusal) return redactor;
        Problem(pointer, refusal);
        return null;
    }

    private static string? Refusal(ModelMember member, string path, object redactor, bool isBundle)
    {
        if (path == "id" && redactor is EraseRedactor) return "is always given: without it a copy could not be handled safely";
        if (path != "id" && IsAlwaysGiven(path, isBundle)) return "cannot be redacted: without it a copy could not be handled safely";
        if (redactor is PointGrid && member is not { Kind: MemberKind.Part, Part: nameof(GeoPoint) }) return "is not a point, so that a grid cannot take it";
        return redactor is Redactor and not EraseRedactor && member.Kind != MemberKind.Part && !member.IsText ? "is not text, so that only erase can take it" : null;
    }

    private static bool IsAlwaysGiven(string path, bool isBundle) =>
        path is "id" or "type" or "modelVersion" or "status" or "status/state" or "marking"
        || path.StartsWith("marking/", StringComparison.Ordinal)
        || (isBundle && path is "kind" or "operationalStatus" or "records");
}
