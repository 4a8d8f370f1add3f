using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Policing.PoliceUk.Api;

/// <summary>What came of a question: the answer, or why there is none. Immutable.</summary>
/// <typeparam name="T">The answer.</typeparam>
public sealed class PoliceUkAnswer<T>
    where T : notnull
{
    private readonly T? _value;

    internal PoliceUkAnswer(T value, HttpStatusCode status, int unreadMembers, int requests)
    {
        _value = value;
        StatusCode = status;
        UnreadMembers = unreadMembers;
        Requests = requests;
        Explanation = Explanations.Of(PoliceUkOutcome.Answered);
    }

    internal PoliceUkAnswer(Failure failure, int requests)
    {
        Outcome = failure.Outcome;
        StatusCode = failure.Status;
        RetryAfter = failure.RetryAfter;
        Requests = requests;
        Explanation = failure.Explanation;
    }

    /// <summary>What came of it.</summary>
    public PoliceUkOutcome Outcome { get; }

    /// <summary>Whether there is an answer.</summary>
    public bool IsAnswered => Outcome == PoliceUkOutcome.Answered;

    /// <summary>The answer.</summary>
    /// <exception cref="PoliceUkException">There is none; it says why, and what to do.</exception>
    public T Value => IsAnswered ? _value! : throw new PoliceUkException(Outcome, StatusCode, RetryAfter, Explanation);

    /// <summary>The last status that the service gave; null where it gave none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>How long the service asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>How many requests were sent for it: further attempts, and the parts of an area.</summary>
    public int Requests { get; }

    /// <summary>
    /// How many members of the answer this version does not know or could not read. They are kept beside the others, in
    /// <see cref="AnswerPart.Unknown"/>; something above 0 says that the service has changed.
    /// </summary>
    public int UnreadMembers { get; }

    /// <summary>What came of it and what to do, in words; nothing of the question and of the answer is in it.</summary>
    public string Explanation { get; }

    /// <summary>The answer, where there is one.</summary>
    public bool TryGetValue([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return IsAnswered;
    }

    /// <summary>The outcome, and the status; never the answer.</summary>
    public override string ToString() =>
        StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $"{Outcome} ({(int)status})") : Outcome.ToString();
}
