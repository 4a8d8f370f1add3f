using System.Globalization;

namespace Policing.Samples.Streets;

/// <summary>Keeps what the service answers in a folder, for <see cref="RecordedAnswers"/>. What it gives belongs to the licence of the data.</summary>
internal sealed class AnswerRecorder(string folder) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = await RecordedAnswers.KeyAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        // Only what is an answer: a 429 of today should not be one tomorrow.
        if (!response.IsSuccessStatusCode)
            return response;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Directory.CreateDirectory(folder);
        var file = string.Create(CultureInfo.InvariantCulture, $"{Directory.GetFiles(folder, "*.json").Length + 1:000}.json");
        await File.WriteAllBytesAsync(Path.Combine(folder, file), await response.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
        await File.AppendAllTextAsync(
            Path.Combine(folder, RecordedAnswers.Index),
            string.Create(CultureInfo.InvariantCulture, $"{key} {(int)response.StatusCode} {file}\n"),
            cancellationToken);
        return response;
    }
}
