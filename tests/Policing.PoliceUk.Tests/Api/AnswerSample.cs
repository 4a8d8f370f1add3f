using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>An answer and how it is read.</summary>
internal sealed record AnswerSample(string Name, byte[] Json, ReadAnswer<object> ReadAnswer)
{
    public object Read(byte[] json, out int kept) => Answers.Read(ReadAnswer, json, new TextPool(), out kept);

    public override string ToString() => Name;
}
