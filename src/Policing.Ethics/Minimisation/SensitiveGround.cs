using Policing.DataModel.Codes;

namespace Policing.Ethics.Minimisation;

/// <summary>
/// What sensitive processing needs, beside strict necessity: a condition of Schedule 8, or consent, and an appropriate policy document. Without it a
/// minimiser leaves sensitive and biometric members out. Immutable and thread-safe. Source: DPA 2018 ss.35(3) to (5) and 42.
/// </summary>
public sealed class SensitiveGround
{
    private SensitiveGround(Schedule8Condition? condition, string policyDocument)
    {
        if (string.IsNullOrWhiteSpace(policyDocument)) throw new ArgumentException("Sensitive processing needs a policy document.", nameof(policyDocument));
        Condition = condition;
        PolicyDocument = policyDocument;
    }

    /// <summary>The condition; <c>null</c> when it is consent.</summary>
    public Schedule8Condition? Condition { get; }

    /// <summary>The reference of the appropriate policy document.</summary>
    public string PolicyDocument { get; }

    /// <summary>By a condition of Schedule 8. That the processing is strictly necessary is the caller's to say.</summary>
    /// <exception cref="ArgumentException">The condition is not one that this release lists, or the reference is blank.</exception>
    public static SensitiveGround ByCondition(Schedule8Condition condition, string policyDocument)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (!condition.IsBuiltIn) throw new ArgumentException("The condition is not one of Schedule 8.", nameof(condition));
        return new(condition, policyDocument);
    }

    /// <summary>What a context states; <c>null</c> where it states too little, so that sensitive members are left out.</summary>
    /// <remarks>
    /// A policy document always, and either a listed condition with the words of strict necessity, or consent as the lawful basis.
    /// </remarks>
    public static SensitiveGround? Of(AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Sensitive is not { PolicyDocument: { } document } stated || string.IsNullOrWhiteSpace(document)) return null;
        if (context.Basis == LawfulBasis.Part3Consent || context.Basis == LawfulBasis.UkGdprConsent) return new(null, document);
        return stated.Condition is { IsBuiltIn: true } condition && !string.IsNullOrWhiteSpace(stated.StrictNecessity) ? new(condition, document) : null;
    }

    /// <summary>By the consent of the data subject.</summary>
    /// <exception cref="ArgumentException">The reference is blank.</exception>
    public static SensitiveGround ByConsent(string policyDocument) => new(null, policyDocument);
}
