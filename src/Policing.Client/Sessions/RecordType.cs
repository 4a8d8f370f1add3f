using System.Text;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>The name of a record type on the wire.</summary>
internal static class RecordType
{
    /// <exception cref="InvalidOperationException">The type is not that of one kind of record.</exception>
    public static string Of<T>()
        where T : PoliceRecord => typeof(T).IsAbstract || typeof(T) == typeof(UnknownRecord)
            ? throw new InvalidOperationException("Name the type of the record: its address has it.")
            : Names<T>.Name;

    // Kebab-case of the type's name, as the model has it.
    private static string Kebab(string name)
    {
        StringBuilder text = new(name.Length + 4);
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    private static class Names<T>
    {
        public static readonly string Name = Kebab(typeof(T).Name);
    }
}
