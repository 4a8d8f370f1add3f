namespace Policing.Ethics.Minimisation;

/// <summary>Paths of members, by their segments.</summary>
internal sealed class PathTree
{
    private readonly Dictionary<string, PathTree> _below = new(StringComparer.Ordinal);

    /// <summary>A path ends here.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>The redactor of the path that ends here.</summary>
    public object? Redactor { get; private set; }

    public PathTree? Below(string segment) => _below.GetValueOrDefault(segment);

    public void Add(string path, object? redactor = null)
    {
        PathTree at = this;
        foreach (string segment in path.Split('/'))
        {
            if (!at._below.TryGetValue(segment, out PathTree? next)) at._below.Add(segment, next = new PathTree());
            at = next;
        }

        at.IsNamed = true;
        at.Redactor ??= redactor;
    }
}
