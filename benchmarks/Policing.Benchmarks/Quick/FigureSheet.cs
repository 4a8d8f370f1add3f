namespace Policing.Benchmarks.Quick;

/// <summary>Takes the figures of a run and writes each as a line when it comes.</summary>
internal sealed class FigureSheet(TextWriter output)
{
    private readonly List<Figure> _figures = [];

    /// <summary>Something was measured, and nothing is short. A figure that was skipped is not held against the run.</summary>
    public bool IsGood => _figures.Count > 0 && _figures.TrueForAll(f => f.IsMet);

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        output.WriteLine(figure);
    }

    /// <summary>A ratio of ours to a reference of the same run.</summary>
    public void AddRatio(string name, double ours, double reference, double bound, string note) =>
        Add(new(name, ours / reference, bound, "", note));

    public void Skip(string name, string reason) => output.WriteLine($"{name} skipped ({reason})");

    public void Say(string text) => output.WriteLine("# " + text);
}
