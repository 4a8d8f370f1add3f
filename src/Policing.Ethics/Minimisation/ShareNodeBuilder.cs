using Microsoft.Extensions.Compliance.Redaction;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>Decides of each member of the model whether the rules give it.</summary>
internal sealed class ShareNodeBuilder(SharingRules rules)
{
    /// <summary>What gives a member because the one around it was given whole.</summary>
    private enum Whole
    {
        No,

        /// <summary>All but covert members.</summary>
        Open,

        /// <summary>All: the member around it is covert itself.</summary>
        Covert,
    }

    /// <summary>What reaches a member from above.</summary>
    private readonly record struct Reach(PathTree? Listed, PathTree? Except, Whole Whole, bool ByClass, Redactor? Redactor)
    {
        public Reach Into(string member) => this with { Listed = Listed?.Below(member), Except = Except?.Below(member) };
    }

    public ShareNode OfRecord(string type)
    {
        Reach reach = new(rules.Listed, rules.Except, Whole.No, true, null);
        return new([.. ModelMembers.Instance.OfRecord(type).Select(m => OfRecordMember(m, reach, type == "bundle"))]);
    }

    /// <summary>An extension that is given is given whole.</summary>
    public static ShareNode OfExtension() => new(
    [
        .. ModelMembers.Instance.OfPart("Extension").Select(m =>
            new MemberPlan(m) { IsGiven = true, Role = m.Kind == MemberKind.Raw ? MemberRole.Data : MemberRole.None }),
    ]);

    private MemberPlan OfRecordMember(ModelMember member, Reach reach, bool isBundle) => member.Name switch
    {
        "absent" => new(member) { Role = MemberRole.Absent },
        "extensions" => new(member) { Role = MemberRole.Extensions },
        "view" => new(member) { Role = MemberRole.View },
        "marking" => Essential(member),
        "status" => Status(member, reach.Into(member.Name)),
        "id" => new(member) { IsGiven = true, Redactor = reach.Listed?.Below("id")?.Redactor as Redactor },
        "type" or "modelVersion" => new(member) { IsGiven = true },
        "kind" or "operationalStatus" when isBundle => new(member) { IsGiven = true },
        "records" when isBundle => new(member) { IsGiven = true, Role = MemberRole.Records },
        _ => Of(member, reach.Into(member.Name)),
    };

    // Given with all that the model knows of it.
    private static MemberPlan Essential(ModelMember member) => new(member)
    {
        IsGiven = true,
        IsEssential = true,
        Role = member switch
        {
            { Part: "GranularMarking" } => MemberRole.Granular,
            { Name: "pointer" } => MemberRole.Pointer,
            _ => MemberRole.None,
        },
        Node = member.Part is { } part ? new([.. ModelMembers.Instance.OfPart(part).Select(Essential)]) : null,
    };

    private MemberPlan Status(ModelMember member, Reach reach)
    {
        (_, Reach below) = Judge(member, reach);
        MemberPlan[] members =
        [
            .. ModelMembers.Instance.OfPart(member.Part!).Select(m => m.Name == "state" ? Essential(m) : Of(m, below.Into(m.Name))),
        ];
        return new(member) { IsGiven = true, IsEssential = true, Node = new(members) };
    }

    private MemberPlan Of(ModelMember member, Reach reach)
    {
        if (reach.Except?.IsNamed == true || member.Kind is MemberKind.Raw or MemberKind.Record || member.Shape == MemberShape.Map) return Left(member);
        (bool isGiven, Reach below) = Judge(member, reach);
        object? redactor = reach.Listed?.Redactor;
        if (redactor is EraseRedactor) return new(member) { IsGiven = true, IsErased = true };
        if (redactor is PointGrid grid) return new(member) { IsGiven = true, Grid = grid };
        Redactor? ofText = redactor as Redactor ?? reach.Redactor;
        if (member.Part is not { } part) return isGiven ? Redacted(member, ofText) : Left(member);
        below = below with { Redactor = ofText };
        MemberPlan[] members = [.. ModelMembers.Instance.OfPart(part).Select(m => Of(m, below.Into(m.Name)))];
        return Array.Exists(members, m => m.IsGiven) ? new(member) { IsGiven = true, Node = new(members) } : Left(member);
    }

    // A rule for the member, or for the nearest around it, goes before one for its class.
    private MemberPlan Redacted(ModelMember member, Redactor? own)
    {
        Redactor? redactor = own ?? rules.OfClasses.GetValueOrDefault(member.Class);
        return redactor is EraseRedactor || (redactor is not null && !member.IsText)
            ? new(member) { IsGiven = true, IsErased = true }
            : new(member) { IsGiven = true, Redactor = redactor };
    }

    private static MemberPlan Left(ModelMember member) => new(member);

    /// <summary>Whether a member is given itself, and what that means for those below it.</summary>
    private (bool IsGiven, Reach Below) Judge(ModelMember member, Reach reach)
    {
        bool byClass = reach.ByClass && Array.IndexOf(rules.Classes, member.Class) >= 0;
        bool isNamed = reach.Listed?.IsNamed == true;
        bool byWhole = reach.Whole == Whole.Covert || (reach.Whole == Whole.Open && !member.IsCovert);
        Whole below = isNamed || byWhole ? (member.IsCovert ? Whole.Covert : Max(reach.Whole, Whole.Open)) : Whole.No;
        return (isNamed || byWhole || byClass, reach with { Whole = below, ByClass = byClass });
    }

    private static Whole Max(Whole left, Whole right) => left > right ? left : right;
}
