namespace Policing.Conformance.Requirements;

/// <summary>Whom a requirement binds. <c>default</c> is <see cref="Document"/>.</summary>
public enum RequirementTarget
{
    /// <summary>A record or a set of records, whoever wrote it.</summary>
    Document,

    /// <summary>A program that writes records.</summary>
    Producer,

    /// <summary>A program that reads records.</summary>
    Consumer,

    /// <summary>A server of the partner API.</summary>
    Server,

    /// <summary>A client of the partner API.</summary>
    Client,
}
