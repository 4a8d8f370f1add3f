using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>What came of a question about one month of several. Immutable.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Month">The month.</param>
/// <param name="Answer">What came of it.</param>
public sealed record MonthAnswer<T>(DataMonth Month, PoliceUkAnswer<ValueList<T>> Answer)
    where T : AnswerPart
{
    /// <summary>The month and the outcome; never the answer.</summary>
    public override string ToString() => $"{Month} {Answer}";
}
