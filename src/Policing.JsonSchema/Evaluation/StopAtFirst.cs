namespace Policing.JsonSchema.Evaluation;

internal readonly struct StopAtFirst : IErrorMode
{
    public static bool Collects => false;
}
