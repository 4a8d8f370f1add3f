using Microsoft.Extensions.Logging;

namespace Policing.Client;

/// <summary>What the client logs: operations, failures, counts and correlations, and never an address, a header or a body.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(60, LogLevel.Debug, "{Operation} failed ({Failure}) at attempt {Attempt} and is sent again. Correlation {Correlation}.")]
    public static partial void Retrying(ILogger logger, string operation, PartnerFailure failure, int attempt, Guid correlation);

    [LoggerMessage(61, LogLevel.Information, "{Operation} failed: {Failure}, status {Status}, {Attempts} attempts. Correlation {Correlation}.")]
    public static partial void Failed(ILogger logger, string operation, PartnerFailure failure, int? status, int attempts, Guid correlation);

    [LoggerMessage(62, LogLevel.Warning, "{Operation}: the partner echoed another correlation than was sent. Correlation {Correlation}.")]
    public static partial void OtherCorrelation(ILogger logger, string operation, Guid correlation);

    [LoggerMessage(63, LogLevel.Warning, "Access tokens need not be bound to a certificate here (AllowBearerTokens): who steals one can use it.")]
    public static partial void BearerAllowed(ILogger logger);
}
