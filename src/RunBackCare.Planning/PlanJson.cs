using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning;

/// <summary>The one JSON form of plans, facts and profiles: what <c>preview</c> prints, what the database keeps, what a replay compares.</summary>
public static class PlanJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">Not the JSON of a <typeparamref name="T"/>.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null is not a value here.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // jsonb keeps no order of keys, so "kind" need not come first.
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            Converters =
            {
                new TextConverter<LocalDate>(LocalDatePattern.Iso),
                new TextConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso),
                new AvailabilityConverter(),
                new PainScoreConverter(),
            },
        };
        options.Converters.Add(new JsonStringEnumConverter<Progression.Decision>());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class TextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parsed = pattern.Parse(reader.GetString() ?? "");
            return parsed.Success ? parsed.Value : throw new JsonException(parsed.Exception.Message);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }

    private sealed class AvailabilityConverter : JsonConverter<Availability>
    {
        public override Availability Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            int[] minutes = JsonSerializer.Deserialize<int[]>(ref reader, options) ?? [];
            try
            {
                return new([.. minutes]);
            }
            catch (ArgumentException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, Availability value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var minutes in value.Minutes)
            {
                writer.WriteNumberValue(minutes);
            }

            writer.WriteEndArray();
        }
    }

    private sealed class PainScoreConverter : JsonConverter<PainScore>
    {
        public override PainScore Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetInt32() is >= 0 and <= 10 and var score ? new(score) : throw new JsonException($"{reader.GetInt32()} is no score: 0 to 10.");

        public override void Write(Utf8JsonWriter writer, PainScore value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
