namespace Policing.Ethics.Minimisation;

/// <summary>Lets the host carry out obligations that change data.</summary>
public static class EthicsBuilderMinimisationExtensions
{
    /// <summary>Adds the handler of <see cref="LeaveOut"/> and <see cref="Redact"/> that makes minimised copies.</summary>
    /// <param name="builder">The host's.</param>
    /// <param name="options">Its redactors, those with keys among them, and its limits.</param>
    public static EthicsBuilder AddMinimisation(this EthicsBuilder builder, MinimiserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRecordObligationHandler(new MinimisingObligationHandler(options));
    }
}
