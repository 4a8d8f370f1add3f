namespace Policing.Benchmarks.Quick;

/// <summary>Takes the figures of a run and writes each as a line when it comes.</summary>
internal sealed class FigureSheet(TextWriter output)
{
    private int _measured;
    private int _short;

    /// <summary>Something was measured, and nothing is short. A figure that was skipped is not held against the run.</summary>
    public bool IsGood => _measured > 0 && _short == 0;

    public void Add(Figure figure)
    {
        _measured++;
        if (!figure.IsMet) _short++;
        output.WriteLine(figure);
    }

    /// <summary>A ratio of ours to a reference of the same run.</summary>
    public void AddRatio(string name, double ours, double reference, double bound, string note) =>
        Add(new(name, ours / reference, bound, "", note));

    /// <summary>A figure that should have been measured and could not be: as bad as a short one.</summary>
    public void Fail(string name, string reason)
    {
        _short++;
        output.WriteLine($"{name} - - short  ({reason})");
    }

    /// <summary>A figure that this machine has not the means for.</summary>
    public void Skip(string name, string reason) => output.WriteLine($"{name} skipped ({reason})");

    public void Say(string text) => output.WriteLine("# " + text);
}
