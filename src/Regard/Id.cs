using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;
namespace Regard;

/// <summary>Names one thing of kind T. Ids of different kinds do not mix.</summary>
[JsonConverter(typeof(IdJson))]
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>
{
    public static Id<T> New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> id)
    {
        var ok = Guid.TryParse(s, out var value);
        id = new(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    sealed class Of<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) ? new(id) : throw new JsonException("An id is a UUID.");
        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
        public override Id<T> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(Guid.Parse(reader.GetString()!));
        public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
    }
}

/// <summary>Keeps ids as uuid in PostgreSQL and as 16 bytes in their written order in SQLite, half the size of text.</summary>
static class Ids
{
    public static void Teach<T>() => SqlMapper.AddTypeHandler(new Handler<T>());

    public static byte[] ToBytes(Guid id) => id.ToByteArray(bigEndian: true);

    sealed class Handler<T> : SqlMapper.TypeHandler<Id<T>>
    {
        public override Id<T> Parse(object value) => new(value is Guid g ? g : new Guid((byte[])value, bigEndian: true));

        public override void SetValue(IDbDataParameter parameter, Id<T> value)
        {
            if (parameter is SqliteParameter lite) { lite.SqliteType = SqliteType.Blob; lite.Value = ToBytes(value.Value); }
            else { parameter.DbType = DbType.Guid; parameter.Value = value.Value; }
        }
    }
}
