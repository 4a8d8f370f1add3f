using Policing.Conformance.Cases;
using Policing.Conformance.Servers;
using Policing.DataModel;

namespace Policing.Conformance.Clients;

/// <summary>One case: the client, and the scene that it meets.</summary>
internal sealed class ClientSession(IClientTarget target, ClientScene scene)
{
    public const string Purpose = "investigation";
    public const string Basis = "part-3-task";

    /// <summary>Words that may stand in bodies alone.</summary>
    public const string Justification = "Qzxwords of a conformance run";

    /// <summary>The reason of changes of status; it may stand in bodies alone.</summary>
    public const string Reason = "Qzxreason, entered twice";

    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(10);

    // After its time a client gets a little longer, since machines are slow at times; and after that, a moment to end.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public ClientScene Scene => scene;

    public ServerRecords Records => scene.Records;

    public IReadOnlyList<SeenRequest> Calls => scene.Calls;

    /// <summary>The requests with a method, so far.</summary>
    public SeenRequest[] CallsBy(string method) => [.. scene.Calls.Where(c => c.Method == method)];

    public ClientTask Task(ClientOperation operation) => new()
    {
        Operation = operation,
        Service = scene.Service,
        Purpose = Purpose,
        Basis = Basis,
        Case = "conformance/1",
        Justification = Justification,
        Time = UsualTime,
    };

    /// <exception cref="SkippedTaskException">The client skips it.</exception>
    /// <exception cref="TimeoutException">It takes too long.</exception>
    public async Task<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(task.Time + Grace);
        try
        {
            ClientAnswer answer = await target.DoAsync(task, limit.Token).AsTask().WaitAsync(task.Time + (2 * Grace), cancellationToken).ConfigureAwait(false);
            return answer.IsSkipped ? throw new SkippedTaskException() : answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>The operation as it is when nothing goes wrong, on records made for it.</summary>
    public async Task<ClientAnswer> DoUsualAsync(ClientOperation operation, CancellationToken cancellationToken) =>
        await DoAsync(await UsualAsync(operation).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async Task<ClientTask> UsualAsync(ClientOperation operation)
    {
        ClientTask task = Task(operation);
        switch (operation)
        {
            case ClientOperation.Read:
                return task with { Id = (await scene.VehicleAsync().ConfigureAwait(false)).Id };
            case ClientOperation.Create:
                Guid created = Guid.CreateVersion7();
                return task with { Id = $"urn:uuid:{created:D}", Document = Records.Vehicle(created) };
            case ClientOperation.Replace:
                SceneRecord replaced = await scene.VehicleAsync().ConfigureAwait(false);
                return task with { Id = replaced.Id, Document = Records.Vehicle(replaced.Uuid, number: 2), Tag = replaced.Tag };
            case ClientOperation.ChangeMember:
                return Changing(await scene.VehicleAsync().ConfigureAwait(false));
            case ClientOperation.Search:
                await scene.VehicleAsync().ConfigureAwait(false);
                return task with { Mark = ServerRecords.Mark, PageSize = 2 };
            case ClientOperation.SubmitBundle:
                return task with { Document = Records.Bundle(Guid.CreateVersion7(), Records.Vehicle(Guid.CreateVersion7())) };
            case ClientOperation.ChangeStatus:
                return task with { Id = (await scene.VehicleAsync().ConfigureAwait(false)).Id, Reason = Reason, Key = Guid.NewGuid() };
            default:
                await scene.VehicleAsync().ConfigureAwait(false);
                return task;
        }
    }

    /// <summary>The task to change the make of a vehicle.</summary>
    public ClientTask Changing(SceneRecord record) => Task(ClientOperation.ChangeMember) with { Id = record.Id, Pointer = "/make", Value = "\"" + Changed + "\"" };

    /// <summary>What the make is changed to.</summary>
    public const string Changed = "Examplar-Qzxchanged";
}
