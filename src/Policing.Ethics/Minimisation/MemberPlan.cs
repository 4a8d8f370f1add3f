using System.Text;
using Microsoft.Extensions.Compliance.Redaction;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>What happens to one member.</summary>
internal sealed class MemberPlan(ModelMember member)
{
    public string Name { get; } = member.Name;

    public byte[] Utf8Name { get; } = Encoding.ASCII.GetBytes(member.Name);

    /// <summary>The name as it is written before the value: <c>"name":</c>.</summary>
    public byte[] Prefix { get; } = Encoding.ASCII.GetBytes($"\"{member.Name}\":");

    public MemberKind Kind { get; } = member.Kind;

    public MemberShape Shape { get; } = member.Shape;

    public MemberRole Role { get; init; }

    /// <summary>The view gives it, or something below it.</summary>
    public bool IsGiven { get; init; }

    /// <summary>It is given only where sensitive processing has its ground.</summary>
    public bool IsSensitive { get; } = member.IsSensitive;

    /// <summary>That it was left out is not noted.</summary>
    public bool IsCovert { get; } = member.IsCovert;

    /// <summary>Without it the record could not be handled safely.</summary>
    public bool IsEssential { get; init; }

    /// <summary>Leaves nothing of the member, whatever it holds.</summary>
    public bool IsErased { get; init; }

    /// <summary>Takes the member's strings; null for none.</summary>
    public Redactor? Redactor { get; init; }

    /// <summary>Takes the member, a point; null for none.</summary>
    public PointGrid? Grid { get; init; }

    /// <summary>The members below it, where it has some.</summary>
    public ShareNode? Node { get; init; }
}
