using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.DataModel.Validation;
using Spectre.Console;

namespace Policing.Cli.Output;

/// <summary>
/// What a command says, in the way that the user asked for: results on the output, in words or as JSON; everything else on the errors. Every text
/// goes through <see cref="SafeText"/>.
/// </summary>
internal sealed class Screen(TextWriter output, TextWriter errors, SharedOptions options)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsJson => options.Json;

    public bool IsQuiet => options.Quiet;

    private bool HasColour => !options.NoColour && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>A line for people; none with --json or --quiet.</summary>
    public void Say(string line)
    {
        if (!IsJson && !IsQuiet) output.WriteLine(SafeText.Of(line));
    }

    /// <summary>The line that answers the question; quiet leaves it.</summary>
    public void Answer(string line)
    {
        if (!IsJson) output.WriteLine(SafeText.Of(line));
    }

    /// <summary>Text as it is, such as a schema: what the tool itself made, or files of its own.</summary>
    public void Raw(string text) => output.Write(text);

    /// <summary>A remark that is no part of the result.</summary>
    public void Remark(string line)
    {
        if (!IsQuiet) errors.WriteLine(SafeText.Of(line));
    }

    /// <summary>A severity, coloured where there are colours.</summary>
    public void SayFinding(string indent, Finding finding)
    {
        if (IsJson || IsQuiet) return;
        string place = finding.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {finding.Line}, column {finding.Column})") : "";
        string severity = Name(finding.Severity);
        output.WriteLine($"{indent}{Coloured(severity, finding.Severity)} {finding.Id} at {SafeText.Of(finding.Pointer.Length > 0 ? finding.Pointer : "the document")}{place}");
        output.WriteLine($"{indent}  {finding.Rule.Message}");
        output.WriteLine($"{indent}  Do: {finding.Rule.Hint}");
    }

    public static string Name(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "information" };

    /// <summary>The JSON of a command: one object, written by the function.</summary>
    public void Json(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Indented)) write(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>A table: drawn in a terminal, columns with two blanks between elsewhere.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (IsJson || IsQuiet) return;
        List<string[]> lines = [.. rows.Select(row => row.Select(SafeText.Of).ToArray())];
        if (HasColour) Draw(columns, lines);
        else Align([[.. columns], .. lines]);
    }

    private static void Draw(IReadOnlyList<string> columns, List<string[]> lines)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (string[] line in lines) table.AddRow([.. line.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private void Align(List<string[]> lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(c => lines.Max(l => l[c].Length))];
        foreach (string[] line in lines) output.WriteLine(string.Join("  ", line.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
    }

    private string Coloured(string text, Severity severity) => !HasColour
        ? text
        : severity switch { Severity.Error => $"\e[31m{text}\e[0m", Severity.Warning => $"\e[33m{text}\e[0m", _ => text };
}
