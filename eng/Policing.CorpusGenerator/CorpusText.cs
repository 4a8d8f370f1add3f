using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Policing.CorpusGenerator;

/// <summary>How the files are laid out.</summary>
internal static class CorpusText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Indented(JsonNode node) => Indented(Line(node));

    /// <summary>JSON on one line.</summary>
    public static string Line(JsonNode node) => node.ToJsonString(Compact);

    /// <summary>
    /// Lays out any text by its brackets, commas and colons outside strings; every token stays as it is, also where the whole is not JSON. An
    /// empty text stays empty.
    /// </summary>
    public static string Indented(string text)
    {
        StringBuilder made = new();
        int depth = 0;
        bool inString = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (inString)
            {
                made.Append(c);
                if (c == '\\') made.Append(text[++i]);
                else if (c == '"') inString = false;
                continue;
            }

            char next = i + 1 < text.Length ? text[i + 1] : '\0';
            switch (c)
            {
                case '{' or '[' when next == (c == '{' ? '}' : ']'):
                    made.Append(c).Append(next);
                    i++;
                    break;
                case '{' or '[':
                    made.Append(c);
                    NewLine(made, ++depth);
                    break;
                case '}' or ']':
                    NewLine(made, --depth);
                    made.Append(c);
                    break;
                case ',':
                    made.Append(c);
                    NewLine(made, depth);
                    break;
                case ':':
                    made.Append(": ");
                    break;
                default:
                    inString = c == '"';
                    made.Append(c);
                    break;
            }
        }

        return made.Length == 0 ? "" : made.Append('\n').ToString();
    }

    private static void NewLine(StringBuilder made, int depth) => made.Append('\n').Append(' ', 2 * depth);
}
