using Policing.JsonSchema.Nodes;

namespace Policing.JsonSchema.Evaluation;

/// <summary>The errors of one evaluation, and the way through the schema to where it is.</summary>
internal sealed class ErrorCollector(int maxErrors)
{
    private readonly List<string> _path = [];
    private readonly List<FoundError> _errors = [];

    public IReadOnlyList<FoundError> Errors => _errors;

    /// <summary>All errors, also those that are not kept.</summary>
    public long Count { get; private set; }

    public void Enter(Edge edge) => _path.Add(edge.Path);

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public void Add(SchemaNode node, string? keyword, int token, string? member)
    {
        Count++;
        if (_errors.Count < maxErrors)
        {
            _errors.Add(new FoundError(node, keyword, token, string.Concat(_path), member));
        }
    }

    /// <summary>Where the errors stand, so that those of a branch can be taken back.</summary>
    public (int Kept, long Count) Mark() => (_errors.Count, Count);

    public void TakeBack((int Kept, long Count) mark)
    {
        _errors.RemoveRange(mark.Kept, _errors.Count - mark.Kept);
        Count = mark.Count;
    }
}
