using System.Globalization;
using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>
/// Walks one record, as the generated code leads it, and asks the code and rule stages of each value. It knows where it is, so that a
/// finding has its pointer. One inspector serves one validation.
/// </summary>
internal sealed class Inspector(ValidationOptions options, DateOnly today)
{
    private readonly List<Step> _path = [];
    private List<Finding>? _findings;

    /// <summary>What the validation goes by.</summary>
    public ValidationOptions Options { get; } = options;

    /// <summary>The day of the validation.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The day by which codes must be in force; null when the record has none.</summary>
    public DateOnly? RecordDate { get; private set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];

    /// <summary>How many findings did not fit under the limit.</summary>
    public int Dropped { get; private set; }

    /// <summary>Inspects a record: its values and codes, then its own rules.</summary>
    public void Inspect(PoliceRecord record)
    {
        DateOnly? outer = RecordDate;
        RecordDate = RecordDates.Of(record);
        if (record is UnknownRecord unknown) InspectEnvelope(unknown);
        ModelTypes.Inspect(this, record);
        RecordRules.Check(this, record);
        RecordDate = outer;
    }

    // What can be read of a record of unknown type is judged as in any other: above all, its marking.
    private void InspectEnvelope(UnknownRecord record)
    {
        Text("id", record.Id);
        Part("status", record.Status, RecordStatusJson.Inspect);
        Parts("controllers", record.Controllers, AgencyJson.Inspect);
        Part("marking", record.Marking, MarkingJson.Inspect);
    }

    public void Text<T>(string member, T value)
        where T : struct, ITextValue<T>
    {
        if (value.IsMalformed) Find(FindingRules.Malformed, member);
    }

    public void Texts<T>(string member, ValueList<T> values)
        where T : struct, ITextValue<T>
    {
        for (int i = 0; i < values.Count; i++)
            if (values[i].IsMalformed) Find(FindingRules.Malformed, member, i);
    }

    public void Code(string member, CodedValue? value)
    {
        if (value is not null && CodeRules.Check(value, this) is { } rule) Find(rule, member);
    }

    public void Codes<T>(string member, ValueList<T> values)
        where T : CodedValue
    {
        for (int i = 0; i < values.Count; i++)
            if (CodeRules.Check(values[i], this) is { } rule) Find(rule, member, i);
    }

    public void CodeMap<T>(string member, ValueMap<T> values)
        where T : CodedValue
    {
        int place = 0;
        foreach (KeyValuePair<string, T> entry in values)
        {
            if (CodeRules.Check(entry.Value, this) is { } rule) Find(rule, member, JsonLocator.Segment(entry.Key, place));
            place++;
        }
    }

    public void Part<T>(string member, T? value, Action<Inspector, T> inspect)
        where T : RecordPart
    {
        if (value is null) return;
        _path.Add(new(member, -1));
        Enter(value, inspect);
        _path.RemoveAt(_path.Count - 1);
    }

    public void Parts<T>(string member, ValueList<T> values, Action<Inspector, T> inspect)
        where T : RecordPart
    {
        for (int i = 0; i < values.Count; i++)
        {
            _path.Add(new(member, i));
            Enter(values[i], inspect);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    public void PartMap<T>(string member, ValueMap<T> values, Action<Inspector, T> inspect)
        where T : RecordPart
    {
        int place = 0;
        foreach (KeyValuePair<string, T> entry in values)
        {
            _path.Add(new(member, -1));
            _path.Add(new(JsonLocator.Segment(entry.Key, place), -1));
            Enter(entry.Value, inspect);
            _path.RemoveRange(_path.Count - 2, 2);
            place++;
        }
    }

    public void Records(string member, ValueList<PoliceRecord> records)
    {
        for (int i = 0; i < records.Count; i++)
        {
            _path.Add(new(member, i));
            Inspect(records[i]);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Enter<T>(T value, Action<Inspector, T> inspect)
        where T : RecordPart
    {
        inspect(this, value);
        PartRules.Check(this, value);
    }

    /// <summary>A finding at the value being inspected.</summary>
    public void Find(FindingRule rule) => Add(rule, Pointer());

    /// <summary>A finding at a member of it.</summary>
    public void Find(FindingRule rule, string member) => Add(rule, $"{Pointer()}/{member}");

    /// <summary>A finding at an element of a list in it.</summary>
    public void Find(FindingRule rule, string member, int index) =>
        Add(rule, string.Create(CultureInfo.InvariantCulture, $"{Pointer()}/{member}/{index}"));

    /// <summary>A finding at an entry of a map in it; the segment has been made safe to show.</summary>
    public void Find(FindingRule rule, string member, string segment) => Add(rule, $"{Pointer()}/{member}/{segment}");

    private void Add(FindingRule rule, string pointer)
    {
        if (rule.Severity < Options.Least) return;
        _findings ??= [];
        if (_findings.Count < Options.Limits.Findings) _findings.Add(new Finding { Rule = rule, Pointer = pointer });
        else Dropped++;
    }

    private string Pointer()
    {
        StringBuilder pointer = new();
        foreach (Step step in _path)
        {
            pointer.Append('/').Append(step.Member);
            if (step.Index >= 0) pointer.Append('/').Append(step.Index.ToString(CultureInfo.InvariantCulture));
        }

        return pointer.ToString();
    }

    private readonly record struct Step(string Member, int Index);
}
