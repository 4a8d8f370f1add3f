using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.PolicyProof.Cases;

/// <summary>Random rules and requests over a small vocabulary, so that they meet often. The same generator of random numbers gives the same.</summary>
internal static class RandomPolicies
{
    private static readonly string[] s_purposes = ["investigation", "prosecution", "safeguarding", "x-own"];
    private static readonly string[] s_types = ["person", "crime", "custody", "intelligence-report", "x-own"];
    private static readonly string[] s_agencies = ["kent", "essex", "gss:E10000016"];
    private static readonly string[] s_tokens = ["a", "b", "c"];
    private static readonly string[] s_bases = ["part-3-task", "part-3-consent", "uk-gdpr-public-task"];
    private static readonly string[] s_conditions = ["1", "3", "4"];
    private static readonly string[] s_states = ["active", "restricted", "retracted"];
    private static readonly string[] s_subjects = ["suspect", "victim", "witness"];
    private static readonly string[] s_classes = ["personal", "sensitive", "covert"];
    private static readonly string[] s_levels = ["official", "official-sensitive", "secret"];
    private static readonly AccessOperation[] s_operations = [AccessOperation.Consultation, AccessOperation.Disclosure, AccessOperation.Erasure];
    private static readonly DateOnly s_day = new(2026, 6, 1);

    /// <summary>The values that conditions on an attribute compare with.</summary>
    private static string[] ValuesOf(RequestAttribute attribute) => attribute switch
    {
        RequestAttribute.Purpose or RequestAttribute.CollectedFor or RequestAttribute.PermittedPurposes => s_purposes,
        RequestAttribute.Basis => s_bases,
        RequestAttribute.Condition => s_conditions,
        RequestAttribute.Status => s_states,
        RequestAttribute.Subjects => s_subjects,
        RequestAttribute.Classes => s_classes,
        RequestAttribute.Marking => s_levels,
        RequestAttribute.Agency or RequestAttribute.Recipient or RequestAttribute.ReleaseTo or RequestAttribute.Controllers
            or RequestAttribute.PermittedAgencies => s_agencies,
        _ => s_tokens,
    };

    public static PolicyRule[] Rules(Random random)
    {
        PolicyRule[] rules = new PolicyRule[random.Next(1, 13)];
        for (int place = 0; place < rules.Length; place++) rules[place] = Rule(random, $"R{place:00}");
        return rules;
    }

    public static PolicyRule Rule(Random random, string id)
    {
        RuleEffect effect = random.Next(20) switch { < 12 => RuleEffect.Permit, < 17 => RuleEffect.Forbid, _ => RuleEffect.Oblige };
        return new PolicyRule
        {
            Id = id,
            Effect = effect,
            Reason = "A random rule",
            Target = Target(random),
            When = Conditions(random, random.Next(4)),
            Unless = Conditions(random, random.Next(6) == 0 ? random.Next(1, 3) : 0),
            Obligations = effect is RuleEffect.Oblige ? [new LogReason()] : [],
            InForceFrom = random.Next(8) == 0 ? s_day.AddDays(random.Next(-5, 6)) : null,
            InForceUntil = random.Next(8) == 0 ? s_day.AddDays(random.Next(6, 12)) : null,
        };
    }

    private static RuleTarget Target(Random random) => new()
    {
        Operations = Some(random, s_operations),
        RecordTypes = Some(random, s_types),
        Purposes = Some(random, s_purposes),
        Recipients = random.Next(8) == 0 ? Some(random, s_agencies) : default,
        Subjects = random.Next(4) == 0 ? (SubjectCategories)random.Next(1, 16) : SubjectCategories.Unknown,
        Classes = random.Next(4) == 0 ? (RecordClasses)random.Next(1, 512) : RecordClasses.Unstated,
        Markings = random.Next(4) == 0 ? Some(random, [MarkingLevel.Official, MarkingLevel.OfficialSensitive, MarkingLevel.Secret]) : default,
    };

    private static ValueList<RuleCondition> Conditions(Random random, int count) =>
        ValueList.From(Enumerable.Range(0, count).Select(_ => Condition(random)).Where(condition => !IsEmergencyAsked(condition)));

    // A permit for emergencies must notify; these rules are about deciding.
    private static bool IsEmergencyAsked(RuleCondition condition) => condition is { Attribute: RequestAttribute.Emergency, Operator: ConditionOperator.Present };

    private static RuleCondition Condition(Random random)
    {
        RequestAttribute attribute = One(random, Enum.GetValues<RequestAttribute>());
        AttributeShape shape = AttributeShapes.Of(attribute);
        ConditionOperator[] fitting = [.. Enum.GetValues<ConditionOperator>().Where(comparison => AttributeShapes.Takes(shape, comparison))];
        ConditionOperator chosen = One(random, fitting);
        if (AttributeShapes.OtherFor(shape, chosen) is { } wanted)
            return RuleCondition.Of(attribute, chosen, One(random, [.. Enum.GetValues<RequestAttribute>().Where(other => AttributeShapes.Of(other) == wanted)]));
        if (!AttributeShapes.TakesValues(chosen)) return new RuleCondition { Attribute = attribute, Operator = chosen };
        string[] values = ValuesOf(attribute);
        return RuleCondition.Of(attribute, chosen, shape is AttributeShape.Level ? [One(random, values)] : AtLeastOne(random, values));
    }

    public static AccessRequest Request(Random random) => new()
    {
        Context = Context(random),
        Operation = random.Next(30) == 0 ? AccessOperation.Unstated : One(random, s_operations),
        RecordType = random.Next(15) == 0 ? null : One(random, [.. s_types, "vehicle", "x-unheard-of"]),
        Subjects = random.Next(4) == 0 ? SubjectCategories.Unknown : (SubjectCategories)random.Next(1, 32),
        Classes = random.Next(2) == 0 ? RecordClasses.Unstated : (RecordClasses)random.Next(1, 512),
        Marking = random.Next(3) == 0 ? null : MarkingOf(random),
        Recipient = random.Next(4) == 0 ? null : AgencyOf(One(random, s_agencies)),
        Controllers = Agencies(random),
        Status = random.Next(3) == 0 ? null : new RecordStatus
        {
            State = random.Next(5) == 0 ? null : RecordState.Of(One(random, s_states)),
            PermittedPurposes = Purposes(random),
            PermittedAgencies = Agencies(random),
        },
        CollectedFor = Purposes(random),
        Facts = Any(random, s_tokens),
        Time = new DateTimeOffset(s_day.AddDays(random.Next(-6, 13)), new TimeOnly(random.Next(24), 0), TimeSpan.Zero),
    };

    private static AccessContext Context(Random random) => new()
    {
        Actor = new() { Person = Maybe(random, "u-1"), Agency = AgencyOf(One(random, s_agencies)), System = One(random, s_tokens), Roles = Any(random, s_tokens) },
        OnBehalfOf = random.Next(3) == 0 ? new() { Agency = AgencyOf("kent"), System = "a" } : null,
        Purpose = ProcessingPurpose.Of(One(random, [.. s_purposes, "vetting"])),
        Basis = random.Next(6) == 0 ? null : LawfulBasis.Of(One(random, s_bases)),
        Sensitive = random.Next(6) == 0 ? null : new()
        {
            Condition = random.Next(6) == 0 ? null : Schedule8Condition.Of(One(random, s_conditions)),
            PolicyDocument = Maybe(random, "APD-1"),
            StrictNecessity = Maybe(random, "No less would do"),
        },
        CaseReference = Maybe(random, "46/1/31"),
        ReasonCode = random.Next(6) == 0 ? null : One(random, s_tokens),
        Justification = Maybe(random, "Because it is needed"),
        Session = Maybe(random, "s-1"),
        Emergency = random.Next(6) == 0 ? "A life is in danger" : null,
    };

    private static Marking MarkingOf(Random random) => new()
    {
        Tier = random.Next(6) == 0 ? SecurityTier.Of("cosmic") : One(random, SecurityTier.BuiltIn.ToArray()),
        Sensitive = random.Next(2) == 0 ? true : null,
        ReleaseTo = Agencies(random),
    };

    public static Agency AgencyOf(string name)
    {
        string[] parts = name.Split(':');
        return parts.Length == 1 ? new() { Scheme = AgencyScheme.Police, Id = name } : new() { Scheme = AgencyScheme.Of(parts[0]), Id = parts[1] };
    }

    private static ValueList<Agency> Agencies(Random random) => ValueList.From(Any(random, s_agencies).Select(AgencyOf));

    private static ValueList<ProcessingPurpose> Purposes(Random random) => ValueList.From(Any(random, s_purposes).Select(ProcessingPurpose.Of));

    private static ValueList<T> Any<T>(Random random, T[] items) => ValueList.From(items.Where(_ => random.Next(2) == 0));

    private static ValueList<T> Some<T>(Random random, T[] items) => random.Next(3) == 0 ? ValueList.Create<T>(AtLeastOne(random, items)) : default;

    private static T[] AtLeastOne<T>(Random random, T[] items)
    {
        T[] chosen = [.. items.Where(_ => random.Next(2) == 0)];
        return chosen.Length > 0 ? chosen : [One(random, items)];
    }

    private static T One<T>(Random random, T[] items) => items[random.Next(items.Length)];

    private static string? Maybe(Random random, string text) => random.Next(3) == 0 ? null : text;
}
