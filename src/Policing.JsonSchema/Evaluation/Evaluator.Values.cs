using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Patterns;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

internal ref partial struct Evaluator<TMode>
{
    private bool CheckString(SchemaNode node, StringRules rules, int at)
    {
        ref readonly Token token = ref _tape.Tokens[at];
        ReadOnlySpan<byte> raw = _tape.Raw(token);
        return token.IsEscaped ? CheckEscaped(node, rules, raw, at) : CheckText(node, rules, raw, at);
    }

    // Methods with a buffer on the stack are slow to enter.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool CheckEscaped(SchemaNode node, StringRules rules, scoped ReadOnlySpan<byte> raw, int at)
    {
        using UnescapedText text = new(raw, stackalloc byte[UnescapedText.StackBytes]);
        return CheckText(node, rules, text.Utf8, at);
    }

    private bool CheckText(SchemaNode node, StringRules rules, scoped ReadOnlySpan<byte> text, int at)
    {
        bool ok = true;
        // A character has one to four bytes, so that most lengths are decided without counting.
        if (text.Length > rules.MaxLength && CodePoints.Count(text) > rules.MaxLength)
        {
            ok = Fail(node, "maxLength", at);
        }
        if (rules.MinLength > 0 && text.Length < 4L * rules.MinLength && CodePoints.Count(text) < rules.MinLength)
        {
            ok = Fail(node, "minLength", at);
        }
        if (!ok && !TMode.Collects)
        {
            return false;
        }
        if (rules.Pattern is not null && !IsMatch(rules.Pattern, text))
        {
            ok = Fail(node, "pattern", at);
        }
        if (rules.Format is not null && (ok || TMode.Collects) && !rules.Format(text))
        {
            ok = Fail(node, "format", at);
        }
        return ok;
    }

    private bool IsMatch(PatternMatcher pattern, scoped ReadOnlySpan<byte> text)
    {
        if (pattern.Sequence is { } sequence)
        {
            return sequence.IsMatch(text);
        }
        if (pattern.Automaton is { } automaton)
        {
            return automaton.IsMatch(text);
        }
        return IsRegexMatch(pattern, text);
    }

    private bool IsRegexMatch(PatternMatcher pattern, scoped ReadOnlySpan<byte> text)
    {
        if (_clock.IsOver)
        {
            return false;
        }
        long started = Stopwatch.GetTimestamp();
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // The exception carries the text, so it goes no further.
            _clock.Exhaust();
            return false;
        }
        catch (IndexOutOfRangeException)
        {
            // .NET's engine loses its way in lazy repetitions of what can be empty, which is not the document's fault but must not throw.
            Refusal = RefusalReason.PatternFailed;
            return false;
        }
        finally
        {
            _clock.Add(started, pattern.IsQuick(text));
            if (_clock.IsOver)
            {
                Refusal = RefusalReason.PatternTime;
            }
        }
    }

    private readonly bool CheckNumber(SchemaNode node, NumberRules rules, int at)
    {
        DocumentNumber number = new(_tape.Raw(_tape.Tokens[at]));
        bool ok = true;
        if (rules.Minimum is { } minimum && minimum.Compare(number) < 0)
        {
            ok = Fail(node, "minimum", at);
        }
        if (rules.Maximum is { } maximum && maximum.Compare(number) > 0)
        {
            ok = Fail(node, "maximum", at);
        }
        if (rules.ExclusiveMinimum is { } above && above.Compare(number) <= 0)
        {
            ok = Fail(node, "exclusiveMinimum", at);
        }
        if (rules.ExclusiveMaximum is { } below && below.Compare(number) >= 0)
        {
            ok = Fail(node, "exclusiveMaximum", at);
        }
        if (rules.MultipleOf is { } divisor && !divisor.Divides(number))
        {
            ok = Fail(node, "multipleOf", at);
        }
        return ok;
    }
}
