using System.Runtime.CompilerServices;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

/// <summary>
/// Checks the tokens of one document against a schema. One evaluator, two uses: with <see cref="StopAtFirst"/> the first error ends it and
/// nothing is allocated, with <see cref="CollectAll"/> all errors are collected.
/// </summary>
/// <remarks>
/// <c>marks</c> is the set in which a check notes the members or items that it has evaluated, for an <c>unevaluated…</c> keyword further up;
/// <see cref="MarkArena.None"/> where no such keyword looks.
/// </remarks>
internal ref partial struct Evaluator<TMode>
    where TMode : struct, IErrorMode
{
    private readonly Tape _tape;
    private readonly ErrorCollector? _collector;
    private readonly bool _tracksScope;
    private MarkArena _arena;
    private DynamicScope _scope;
    private PatternClock _clock;
    private PlaceArena _places;
    private int _depth;

    /// <summary>Whether branches failed that might have marked something.</summary>
    private bool _marksLost;

    public Evaluator(Tape tape, bool tracksScope, TimeSpan patternTime, ErrorCollector? collector)
    {
        _tape = tape;
        _tracksScope = tracksScope;
        _clock = new PatternClock(patternTime);
        _collector = collector;
    }

    /// <summary>Why nothing could be said, if so; what <see cref="Check"/> then returns has no meaning.</summary>
    public RefusalReason? Refusal { get; private set; }

    public void Dispose()
    {
        _arena.Dispose();
        _places.Dispose();
        _scope.Dispose();
    }

    /// <summary>Whether the value at a token meets a schema.</summary>
    public bool Check(SchemaNode node, int at, int marks)
    {
        if (node.IsEmpty)
        {
            return true;
        }
        return TMode.Collects ? CheckDeep(node, at, marks) : CheckQuickly(node, at, marks);
    }

    private bool CheckDeep(SchemaNode node, int at, int marks)
    {
        if (node.Always is false)
        {
            return Fail(node, null, at);
        }
        if (!Descend())
        {
            return false;
        }
        bool entered = _tracksScope && _scope.Enter(node.Resource.Number);
        bool ok = CheckKeywords(node, at, marks);
        if (entered)
        {
            _scope.Leave();
        }
        Ascend();
        return ok;
    }

    /// <summary>False: there is no stack for another level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Descend() => (++_depth & 7) != 0 || HasStack();

    private bool Ascend()
    {
        _depth--;
        return true;
    }

    // Asking for the stack has its price, so that it is done every few levels.
    private bool HasStack()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }
        Refusal = RefusalReason.TooDeep;
        return false;
    }

    private bool CheckKeywords(SchemaNode node, int at, int marks)
    {
        ref readonly Token token = ref _tape.Tokens[at];
        TokenKind kind = token.Kind;
        bool ok = true;
        if ((node.Types & SchemaNode.Bit(kind)) == 0 || (node.IntegersOnly && kind is TokenKind.Number && !IsInteger(token)))
        {
            ok = Fail(node, "type", at);
            if (!TMode.Collects)
            {
                return false;
            }
        }
        if ((node.Const is { } only && !only.Has(_tape, at) && !Fail(node, "const", at))
            | (node.Enum is { } values && !values.Has(_tape, at) && !Fail(node, "enum", at)))
        {
            ok = false;
            if (!TMode.Collects)
            {
                return false;
            }
        }
        switch (kind)
        {
            case TokenKind.String or TokenKind.Name:
                ok &= node.Strings is null || CheckString(node, node.Strings, at);
                return (ok || TMode.Collects) && CheckBranches(node, at, marks) && ok;
            case TokenKind.Number:
                ok &= node.Numbers is null || CheckNumber(node, node.Numbers, at);
                return (ok || TMode.Collects) && CheckBranches(node, at, marks) && ok;
            case TokenKind.Array:
                return CheckContainer(node, node.UnevaluatedItems, node.Arrays is not null, at, marks) && ok;
            case TokenKind.Object:
                return CheckContainer(node, node.UnevaluatedProperties, node.Objects is not null, at, marks) && ok;
            default:
                return CheckBranches(node, at, marks) && ok;
        }
    }

    private bool CheckContainer(SchemaNode node, Edge? unevaluated, bool hasRules, int at, int marks)
    {
        if (unevaluated is null)
        {
            return CheckRulesAndBranches(node, hasRules, at, marks);
        }
        int top = _arena.Top;
        int count = _tape.Tokens[at].Length;
        int own = _arena.Take(count);
        bool lostBefore = _marksLost;
        _marksLost = false;
        bool ok = CheckRulesAndBranches(node, hasRules, at, own);
        // What failing branches would have evaluated is not known; to name it all would only be noise.
        if ((ok || (TMode.Collects && !_marksLost)) && !_arena.AreAllMarked(own, count))
        {
            ok &= CheckUnevaluated(unevaluated, at, own);
        }
        _marksLost = lostBefore;
        if (marks != MarkArena.None)
        {
            // All are evaluated now, one way or the other.
            _arena.MarkAll(marks, count);
        }
        _arena.GiveBack(top);
        return ok;
    }

    private bool CheckRulesAndBranches(SchemaNode node, bool hasRules, int at, int marks)
    {
        bool ok = true;
        if (hasRules)
        {
            ok = _tape.Tokens[at].Kind is TokenKind.Object ? CheckObject(node, node.Objects!, at, marks) : CheckArray(node, node.Arrays!, at, marks);
            if (!ok && !TMode.Collects)
            {
                return false;
            }
        }
        return CheckBranches(node, at, marks) && ok;
    }

    private bool CheckUnevaluated(Edge unevaluated, int at, int marks)
    {
        ref readonly Token container = ref _tape.Tokens[at];
        bool isObject = container.Kind is TokenKind.Object;
        bool ok = true;
        int child = at + 1;
        for (int place = 0; place < container.Length; place++)
        {
            int value = isObject ? child + 1 : child;
            if (!_arena.IsMarked(marks, place) && !CheckEdge(unevaluated, value, MarkArena.None))
            {
                ok = false;
                if (!TMode.Collects)
                {
                    return false;
                }
            }
            child = _tape.Tokens[value].Next;
        }
        return ok;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CheckEdge(Edge edge, int at, int marks) =>
        TMode.Collects ? CheckOnTheWay(edge, at, marks) : Check(edge.Node, at, marks);

    private bool CheckOnTheWay(Edge edge, int at, int marks)
    {
        _collector!.Enter(edge);
        bool ok = Check(edge.Node, at, marks);
        _collector.Leave();
        return ok;
    }

    private readonly bool Fail(SchemaNode node, string? keyword, int at, string? member = null)
    {
        if (TMode.Collects)
        {
            _collector!.Add(node, keyword, at, member);
        }
        return false;
    }

    private readonly bool IsInteger(in Token number) => number.IsWhole || ExactNumber.Parse(_tape.Raw(number)).IsInteger;
}
