using System.Globalization;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

/// <summary>Writes the errors for people. What they say comes from the schema and from places alone.</summary>
internal static class ErrorTexts
{
    public static IReadOnlyList<SchemaError> Write(in Tape tape, IReadOnlyList<FoundError> errors, NameTable knownNames)
    {
        List<SchemaError> written = new(errors.Count);
        int scanned = 0;
        long line = 1;
        int lineStart = 0;
        foreach (FoundError error in errors.OrderBy(error => error.Token))
        {
            int offset = Offset(tape.Tokens[error.Token]);
            ReadOnlySpan<byte> passed = tape.Text[scanned..offset];
            int lines = passed.Count((byte)'\n');
            if (lines > 0)
            {
                line += lines;
                lineStart = scanned + passed.LastIndexOf((byte)'\n') + 1;
            }
            scanned = offset;
            written.Add(Write(tape, error, knownNames, line, offset - lineStart + 1));
        }
        return written;
    }

    private static SchemaError Write(in Tape tape, in FoundError error, NameTable knownNames, long line, long column)
    {
        string location = error.Node.Resource.Location(error.Node.Token);
        return new SchemaError
        {
            Keyword = error.Keyword ?? Applying(error.Path),
            Message = Message(error),
            InstancePointer = InstancePointer.Of(tape, error.Token, knownNames),
            KeywordPointer = error.Keyword is null ? error.Path : $"{error.Path}/{error.Keyword}",
            SchemaLocation = error.Keyword is null ? location : $"{location}/{error.Keyword}",
            Line = line,
            Column = column,
        };
    }

    private static int Offset(in Token token) => token.Start - (token.Kind is TokenKind.String or TokenKind.Name ? 1 : 0);

    /// <summary>The keyword that applies a schema <c>false</c>: the last of the way that is one, and not a name or number below it.</summary>
    private static string Applying(string path)
    {
        string[] segments = path.Split('/');
        for (int index = segments.Length - 1; index > 0; index--)
        {
            if (Compilation.Keywords.TryFind(segments[index], out _, out Compilation.KeywordShape shape)
                && (index == segments.Length - 1 ? shape is not (Compilation.KeywordShape.SchemaMap or Compilation.KeywordShape.SchemaList) : true))
            {
                return segments[index];
            }
        }
        return "false";
    }

    private static string Message(in FoundError error)
    {
        SchemaNode node = error.Node;
        return error.Keyword switch
        {
            null => "Nothing is allowed here.",
            "type" => $"The value is not of the type that is asked for: {Types(node)}.",
            "enum" => Text($"The value is none of the {node.Enum!.Count} that are allowed."),
            "const" => "The value is not the one that is asked for.",
            "minLength" => Text($"The string has fewer than {node.Strings!.MinLength} characters."),
            "maxLength" => Text($"The string has more than {node.Strings!.MaxLength} characters."),
            "pattern" => "The string does not match the pattern.",
            "format" => $"The string has not the format {node.Strings!.FormatName}.",
            "minimum" => $"The number is less than {node.Numbers!.Minimum}.",
            "maximum" => $"The number is greater than {node.Numbers!.Maximum}.",
            "exclusiveMinimum" => $"The number is not greater than {node.Numbers!.ExclusiveMinimum}.",
            "exclusiveMaximum" => $"The number is not less than {node.Numbers!.ExclusiveMaximum}.",
            "multipleOf" => $"The number is not a multiple of {node.Numbers!.MultipleOf}.",
            "minItems" => Text($"The array has fewer than {node.Arrays!.MinItems} items."),
            "maxItems" => Text($"The array has more than {node.Arrays!.MaxItems} items."),
            "uniqueItems" => "Two items of the array are equal.",
            "contains" or "minContains" => Text($"Fewer than {node.Arrays!.MinContains} items of the array meet the schema of 'contains'."),
            "maxContains" => Text($"More than {node.Arrays!.MaxContains} items of the array meet the schema of 'contains'."),
            "minProperties" => Text($"The object has fewer than {node.Objects!.MinProperties} members."),
            "maxProperties" => Text($"The object has more than {node.Objects!.MaxProperties} members."),
            "required" => $"The member '{error.Member}' is missing.",
            "dependentRequired" => $"The member '{error.Member}' is missing, which another member asks for.",
            "anyOf" => "The value meets none of the schemas.",
            "oneOf" => "The value does not meet exactly one of the schemas.",
            "not" => "The value meets a schema that it must not meet.",
            _ => throw new InvalidOperationException(),
        };
    }

    private static string Types(SchemaNode node)
    {
        (TokenKind Kind, string Name)[] all =
        [
            (TokenKind.Object, "object"), (TokenKind.Array, "array"), (TokenKind.String, "string"), (TokenKind.Number, node.IntegersOnly ? "integer" : "number"),
            (TokenKind.True, "boolean"), (TokenKind.Null, "null"),
        ];
        return string.Join(" or ", all.Where(type => (node.Types & SchemaNode.Bit(type.Kind)) != 0).Select(type => type.Name));
    }

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
