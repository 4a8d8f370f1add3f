namespace Policing.JsonSchema.Evaluation;

internal readonly struct CollectAll : IErrorMode
{
    public static bool Collects => true;
}
