namespace Policing.JsonSchema.Evaluation;

/// <summary>Whether the evaluator stops at the first error or collects all. As a type argument it costs nothing at run time.</summary>
internal interface IErrorMode
{
    static abstract bool Collects { get; }
}
