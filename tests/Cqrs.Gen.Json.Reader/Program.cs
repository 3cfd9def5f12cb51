// Reads payloads with generated code in a process of its own, and says what became of each, until its input ends.
//   Cqrs.Gen.Json.Reader [lie]
using Specimens;

Liar liar = new(args is [string lie] ? Enum.Parse<Lie>(lie) : Lie.None);
EventDescriptor[] specimens = [.. Ours.Events];
using BufferedStream questions = new(Console.OpenStandardInput(), 1 << 16);
using BinaryWriter answers = new(new BufferedStream(Console.OpenStandardOutput(), 1 << 16));
while (Question.Read(questions) is { } question)
{
    EventDescriptor specimen = specimens[question.Specimen];
    Answer.To(() => liar.Read(() => Ours.Read(specimen.NameUtf8.Span, specimen.Version, question.Payload))).Write(answers);
    answers.Flush();
}
