using System.Diagnostics;
using Cqrs.Gen.Faults;

namespace Specimens;

/// <summary>A native process that reads payloads and answers in their order. One caller may ask while another hears the answers.</summary>
internal sealed class NativeReader : IDisposable
{
    private static readonly Lazy<Task<string>> Binary = new(static () => NativeBinary.PublishAsync("Cqrs.Gen.Json.Reader", "native-reader"));
    private static readonly Dictionary<string, int> Numbers = Ours.Events.Index().ToDictionary(static e => e.Item.Type.Name, static e => e.Index);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly BinaryReader _answers;
    private readonly TimeSpan _patience;

    private NativeReader(Process process, TimeSpan patience)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _answers = new(new BufferedStream(process.StandardOutput.BaseStream, 1 << 16));
        _patience = patience;
    }

    /// <param name="lie">What it does wrong on purpose.</param>
    /// <param name="patience">How long an answer may take before it counts as hanging.</param>
    public static async Task<NativeReader> StartAsync(Lie lie, TimeSpan patience) => new(
        Process.Start(new ProcessStartInfo(await Binary.Value, [$"{lie}"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!,
        patience);

    /// <summary>Has it read a good payload of each specimen: what is made once for a process, such as the options of converters, is then made.</summary>
    public void Prepare()
    {
        foreach (Family family in Families.All)
        {
            Ask(new(family.Specimen.Name, "a good payload", family.Payloads(1).First()));
            Assert.NotNull(Hear().Written);
        }
    }

    public void Ask(HostilePayload payload) => new Question(Numbers[payload.Specimen], payload.Bytes).Write(_process.StandardInput.BaseStream);

    public Answer Hear()
    {
        using CancellationTokenSource hanging = new(_patience);
        using CancellationTokenRegistration ending = hanging.Token.Register(Stop);
        try
        {
            return Answer.Read(_answers);
        }
        catch (EndOfStreamException e)
        {
            _process.WaitForExit();
            throw new InvalidOperationException(
                hanging.IsCancellationRequested ? $"There was no answer within {_patience}." : $"The process ended with {_process.ExitCode}: {_errors.Result}", e);
        }
    }

    /// <summary>Says that this was all.</summary>
    public void Close() => _process.StandardInput.Close();

    /// <summary>Waits until it ends by itself, with nothing more to say.</summary>
    public async Task EndAsync()
    {
        Assert.Equal(-1, _answers.BaseStream.ReadByte());
        await _process.WaitForExitAsync();
        Assert.Equal("", await _errors);
        Assert.Equal(0, _process.ExitCode);
    }

    /// <summary>Ends it at once, whatever it is doing.</summary>
    public void Stop() => _process.Kill();

    public void Dispose()
    {
        Stop();
        _answers.Dispose();
        _process.Dispose();
    }
}
