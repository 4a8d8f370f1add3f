using System.Globalization;
using System.Text;

namespace Policing.JsonSchema.Text;

/// <summary>JSON Pointers (RFC 6901) of tokens.</summary>
internal static class InstancePointer
{
    /// <summary>
    /// The pointer of a value, or of the member of a name. Names that are not <paramref name="known"/> are written <c>~[n]</c>, n being the
    /// member's place in its object; null: all are written.
    /// </summary>
    public static string Of(in Tape tape, int at, NameTable? known)
    {
        StringBuilder pointer = new();
        int container = 0;
        while (container < at)
        {
            bool isObject = tape.Tokens[container].Kind is TokenKind.Object;
            int child = container + 1;
            int place = 0;
            while (After(tape, child, isObject) <= at)
            {
                child = After(tape, child, isObject);
                place++;
            }
            pointer.Append('/');
            if (!isObject)
            {
                pointer.Append(place);
                container = child;
                continue;
            }
            if (known is null || known.Find(tape, tape.Tokens[child]) >= 0)
            {
                AppendName(pointer, tape, child);
            }
            else
            {
                pointer.Append(CultureInfo.InvariantCulture, $"~[{place}]");
            }
            if (child == at)
            {
                break;
            }
            container = child + 1;
        }
        return pointer.ToString();
    }

    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static int After(in Tape tape, int child, bool isMember) => tape.Tokens[isMember ? child + 1 : child].Next;

    private static void AppendName(StringBuilder pointer, in Tape tape, int name)
    {
        using UnescapedText text = new(tape.Raw(tape.Tokens[name]), stackalloc byte[UnescapedText.StackBytes]);
        pointer.Append(Escape(Encoding.UTF8.GetString(text.Utf8)));
    }
}
