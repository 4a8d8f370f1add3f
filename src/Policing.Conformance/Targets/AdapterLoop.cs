using Policing.Conformance.Clients;

namespace Policing.Conformance.Targets;

/// <summary>The other side of the protocol: lets a target answer the lines that come in. What a program in .NET needs to be an adapter.</summary>
public static class AdapterLoop
{
    /// <summary>Reads questions and writes answers until it is told to stop or the questions end.</summary>
    /// <param name="target">Who answers.</param>
    /// <param name="questions">One JSON object a line.</param>
    /// <param name="answers">Takes one JSON object a line.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public static Task RunAsync(IConformanceTarget target, TextReader questions, Stream answers, CancellationToken cancellationToken = default) =>
        RunAsync(target, client: null, questions, answers, cancellationToken);

    /// <summary>The same for a program that is a client of the partner API too.</summary>
    /// <param name="target">Who answers what is asked about documents. Its description is the program's; the tasks are those of the client.</param>
    /// <param name="client">Who does what a client is asked; null where nobody does.</param>
    /// <param name="questions">One JSON object a line.</param>
    /// <param name="answers">Takes one JSON object a line.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public static async Task RunAsync(IConformanceTarget target, IClientTarget? client, TextReader questions, Stream answers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(answers);
        await foreach (byte[] answer in AnswersAsync(target, client, questions, cancellationToken).ConfigureAwait(false))
        {
            await answers.WriteAsync(answer, cancellationToken).ConfigureAwait(false);
            await answers.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<byte[]> AnswersAsync(
        IConformanceTarget target, IClientTarget? client, TextReader questions, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await questions.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (AdapterMessages.IsStart(line)) yield return AdapterMessages.Describe(await DescribeAsync(target, client, cancellationToken).ConfigureAwait(false));
            else if (AdapterMessages.Question(line) is var (question, sequence)) yield return AdapterMessages.Give(await target.AskAsync(question, cancellationToken).ConfigureAwait(false), sequence);
            else if (client is not null && ClientMessages.Task(line) is var (task, number)) yield return ClientMessages.Give(await client.DoAsync(task, cancellationToken).ConfigureAwait(false), number);
            else yield break;
        }
    }

    private static async ValueTask<TargetDescription> DescribeAsync(IConformanceTarget target, IClientTarget? client, CancellationToken cancellationToken)
    {
        TargetDescription description = await target.DescribeAsync(cancellationToken).ConfigureAwait(false);
        return client is null ? description : description with { Tasks = (await client.DescribeAsync(cancellationToken).ConfigureAwait(false)).Tasks };
    }
}
