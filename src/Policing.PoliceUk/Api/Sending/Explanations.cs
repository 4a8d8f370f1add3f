namespace Policing.PoliceUk.Api;

/// <summary>What the outcomes mean, and what to do.</summary>
internal static class Explanations
{
    public const string Empty = "The service said that all is well, but sent nothing. Try later.";

    public const string NotJson = "The service said that all is well, but its answer is not JSON, or was cut short. Try later.";

    public const string NotInteroperable =
        "The answer is JSON that not everybody reads alike: a name stands twice in one object, is empty, or a text is not Unicode. Nothing of it was taken.";

    public const string OtherShape =
        "The answer is JSON of another shape than the documented one. Look for a later version of this package; nothing of it was taken.";

    public const string TooLarge =
        "The answer is larger than PoliceUkOptions.MaxAnswerBytes. Ask for a smaller area or one category, or raise the limit.";

    public const string NotSplit =
        "The area has more than the service gives at once, and it could not be split further. Ask for a smaller area, or for one category.";

    public static string Of(PoliceUkOutcome outcome) => outcome switch
    {
        PoliceUkOutcome.Answered => "The service answered.",
        PoliceUkOutcome.TooManyResults =>
            "The area has more than the service gives at once. Ask for a smaller area or for one category; a polygon is split by itself, a circle is not.",
        PoliceUkOutcome.Limited =>
            "Too many requests were sent. Wait as long as RetryAfter says, and share one PoliceUkLimiter among all clients of the process.",
        PoliceUkOutcome.NotFound =>
            "The service has no such thing. Get the ids of forces and neighbourhoods from the service; ids of locations and crimes may have gone with a month.",
        PoliceUkOutcome.BadMonth =>
            "The service has no data of this month. GetAvailableMonthsAsync says of which it has; older months are in the archive.",
        PoliceUkOutcome.MalformedArea =>
            "The service cannot make sense of the area. Give coordinates in degrees, latitude first, and a polygon that does not cross itself.",
        PoliceUkOutcome.Rejected => "The service refused the request; sending it again changes nothing. Look for a later version of this package.",
        PoliceUkOutcome.ServiceFault => "The service failed, also after further attempts. Try later.",
        PoliceUkOutcome.Unreachable => "The service could not be reached, or the connection broke. Check the network and the base address.",
        PoliceUkOutcome.TimedOut => "The service took too long, each time. Try later, ask for less, or raise PoliceUkOptions.AttemptTimeout.",
        PoliceUkOutcome.Unreadable => OtherShape,
        _ => "The area would take more requests than PoliceUkOptions.MaxRequestsPerArea. Ask for a smaller area or one category, or raise it.",
    };
}
