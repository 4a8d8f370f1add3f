namespace Policing.Sbom;

/// <summary>
/// Everything that a user of a package gets with it: what the project refers to, and what that needs in turn.
/// Analyzers and build tools stand in the lock file too, but nothing at run time leads to them, so they are not here.
/// </summary>
internal sealed class RuntimeDependencies
{
    private RuntimeDependencies(IReadOnlyList<string> direct, IReadOnlyList<SbomComponent> components)
    {
        Direct = direct;
        Components = components;
    }

    /// <summary>Package URLs of what the package itself refers to, sorted.</summary>
    public IReadOnlyList<string> Direct { get; }

    /// <summary>All components, sorted by package URL.</summary>
    public IReadOnlyList<SbomComponent> Components { get; }

    public static RuntimeDependencies Of(SbomOptions options, LockFile locked)
    {
        List<string> roots = [.. options.Packages, .. options.Projects];
        foreach (string root in roots.Where(root => locked.Find(root) is null))
        {
            throw new SbomException($"The lock file does not have {root}, which the project refers to. Restore the project, and commit its packages.lock.json.");
        }

        Dictionary<string, string> names = Reachable(roots, locked);
        string Url(string id) => SbomComponent.PackageUrl(names[id], locked.Find(id)!.Version ?? options.Subject.Version);
        IReadOnlyList<string> Urls(IEnumerable<string> ids) =>
            [.. ids.Where(names.ContainsKey).Select(Url).Order(StringComparer.Ordinal)];

        IEnumerable<SbomComponent> components = names.Select(entry =>
        {
            LockedDependency found = locked.Find(entry.Key)!;
            return new SbomComponent(
                entry.Value, found.Version ?? options.Subject.Version, found.IsProject, found.ContentHash, Urls(found.Needs));
        });
        return new RuntimeDependencies(Urls(roots), [.. components.OrderBy(component => component.Url, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The ids that can be reached, each with its published letter case. That of a project is taken from whoever needs it, since the
    /// lock file has it in lower case. An id without an entry is a package that the framework itself supplies, and is left out.
    /// </summary>
    private static Dictionary<string, string> Reachable(IEnumerable<string> roots, LockFile locked)
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        Queue<string> open = new(roots);
        while (open.TryDequeue(out string? id))
        {
            if (locked.Find(id) is { } found && names.TryAdd(id, found.IsProject ? id : found.Id))
            {
                foreach (string need in found.Needs)
                {
                    open.Enqueue(need);
                }
            }
        }
        return names;
    }
}
