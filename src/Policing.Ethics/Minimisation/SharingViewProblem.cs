namespace Policing.Ethics.Minimisation;

/// <summary>What is wrong with a view, and where. It quotes nothing of the view.</summary>
/// <param name="Pointer">
/// JSON Pointer of the place, in the view's JSON form; the same for a view made in C#. A name that is not one of the format's or the model's is
/// written <c>~[n]</c>, n being its place in the object from 0.
/// </param>
/// <param name="Message">What is wrong, in words.</param>
public sealed record SharingViewProblem(string Pointer, string Message)
{
    /// <summary>Place and message.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "(the view)" : Pointer)}: {Message}";
}
