using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;

namespace Policing.PoliceUk.Mapping;

/// <summary>The forces by the names and slugs that the source gives them, looked up once a run. Not thread-safe.</summary>
internal sealed class SourceForces(IReferenceData referenceData)
{
    private const int MostKept = 1_000;

    private readonly Dictionary<string, SourceForce> _forces = new(StringComparer.Ordinal);
    private string? _lastName;
    private SourceForce _last = SourceForce.None;

    /// <summary>The force of a name as it stands in a column; one that the register does not have keeps its name.</summary>
    public SourceForce Named(string name)
    {
        if (ReferenceEquals(name, _lastName))
            return _last;
        _lastName = name;
        return _last = string.IsNullOrWhiteSpace(name) ? SourceForce.None : Get(name);
    }

    /// <summary>The force of a slug as it stands in a file's name; none where there is no such force: a file's name is not passed on.</summary>
    public SourceForce OfSlug(string? slug) =>
        slug is not null && referenceData.FindAgency(slug) is { } entry && string.Equals(entry.Id, slug, StringComparison.Ordinal)
            ? new(entry.ToAgency(), isKnown: true, IsTerritorial(entry))
            : SourceForce.None;

    /// <summary>The force in whose area an event fell, where that is not the one that gave the data; null otherwise.</summary>
    public Agency? Area(string fallsWithin, string reportedBy, SourceForce reporter, int column, RowOutput output)
    {
        if (string.Equals(fallsWithin, reportedBy, StringComparison.Ordinal))
            return null;
        var area = Named(fallsWithin);
        if (area is { IsKnown: false, Agency: not null })
            output.Report(PoliceUkRules.UnknownForce, column);
        return IsSame(area.Agency, reporter.Agency) ? null : area.Agency;
    }

    private static bool IsSame(Agency? area, Agency? reporter) =>
        area?.Id is { } id ? string.Equals(id, reporter?.Id, StringComparison.Ordinal) : Equals(area, reporter);

    private SourceForce Get(string name)
    {
        if (_forces.TryGetValue(name, out var force))
            return force;
        force = Make(name);
        if (_forces.Count < MostKept)
            _forces.Add(name, force);
        return force;
    }

    private SourceForce Make(string name)
    {
        if (referenceData.FindAgency(name) is not { } entry)
            return new(new Agency { Name = name }, isKnown: false, hasArea: false);
        var agency = entry.ToAgency();
        // Another spelling than the register's is kept, for display.
        if (!string.Equals(name, entry.Name, StringComparison.Ordinal))
            agency = agency with { Name = name };
        return new(agency, isKnown: true, IsTerritorial(entry));
    }

    private static bool IsTerritorial(AgencyEntry entry) => string.Equals(entry.Kind, "territorial", StringComparison.Ordinal);
}
