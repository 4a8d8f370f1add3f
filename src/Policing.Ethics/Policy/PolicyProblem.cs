namespace Policing.Ethics;

/// <summary>One thing that is wrong with a policy set or test file, and where.</summary>
/// <param name="Pointer">The place as a JSON Pointer; names that the format does not know are written <c>~[n]</c>. Empty for the whole.</param>
/// <param name="Message">What is wrong. It quotes nothing of the file.</param>
/// <param name="Line">The line from 1; 0 where it is not known.</param>
public sealed record PolicyProblem(string Pointer, string Message, long Line = 0)
{
    /// <summary>Place and message.</summary>
    public override string ToString() => Line > 0 ? $"{Pointer} (line {Line}): {Message}" : $"{Pointer}: {Message}";
}
