using Microsoft.Extensions.Options;
using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>
/// A folder of <c>outbox-id.eml</c> files: for trying out, for tests, and for a relay that collects. A retry writes the same file again.
/// Above the mail stand the two lines a mailbox adds on delivery, <c>Return-Path</c> and <c>Delivered-To</c>: they keep the envelope,
/// which the mail itself does not hold, and every mail program knows them. All below is the message byte for byte as a server would get it.
/// </summary>
internal sealed class PickupTransport(IOptions<PickupOptions> options) : IMailTransport
{
    public int Lanes => 2;

    public IMailLane CreateLane() => new Lane(options.Value.Folder!);

    private sealed class Lane(string folder) : IMailLane
    {
        public Task<SendResult.Broken?> OpenAsync(CancellationToken cancellation)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return Task.FromResult<SendResult.Broken?>(null);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return Task.FromResult<SendResult.Broken?>(Cannot(failure));
            }
        }

        public async Task<SendResult> SendAsync(Guid id, Letter letter, CancellationToken cancellation)
        {
            var whole = Path.Combine(folder, $"{id}.eml");
            var part = Path.Combine(folder, $".{id}.{Guid.NewGuid():n}.part");
            try
            {
                await WriteAsync(part, letter, cancellation);

                // A reader of the folder sees a whole mail or none.
                File.Move(part, whole, overwrite: true);
                return new SendResult.Accepted();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                File.Delete(part);
                return Cannot(failure);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static async Task WriteAsync(string path, Letter letter, CancellationToken cancellation)
        {
            var format = FormatOptions.Default.Clone();
            format.NewLineFormat = NewLineFormat.Dos;
            format.International = !System.Text.Ascii.IsValid(letter.EnvelopeTo);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"Return-Path: <{OneLine(letter.EnvelopeFrom)}>\r\nDelivered-To: {OneLine(letter.EnvelopeTo)}\r\n"), cancellation);
            await letter.Message.WriteToAsync(format, file, cancellation);
            await file.FlushAsync(cancellation);
            file.Flush(flushToDisk: true);
        }

        private static string OneLine(string address) => string.Concat(address.Where(letter => !char.IsControl(letter)));

        private SendResult.Broken Cannot(Exception failure) => new($"{folder} cannot be written to: {ServerText.Clean(failure.Message)}");
    }
}
