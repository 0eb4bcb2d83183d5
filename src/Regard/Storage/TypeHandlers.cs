using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Regard.Care;
using Regard.Cases;
using Regard.Customers;
using Regard.Files;
using Regard.Improvement;
using Regard.Indicators;
using Regard.Listening;
using Regard.Loyalty;
using Regard.Measures;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Inbox;
using Regard.Standards;
using Regard.Surveys;
using Regard.Visits;
using Regard.Work;
namespace Regard.Storage;

/// <summary>How .NET values travel to and from the columns of both engines.</summary>
static class TypeHandlers
{
    public const string Iso = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new MomentHandler());
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.AddTypeHandler(new JsonHandler<Text>(t => JsonSerializer.Serialize(t, FormJson.Options), t => JsonSerializer.Deserialize<Text>(t, FormJson.Options)!));
        SqlMapper.AddTypeHandler(new JsonHandler<FormDocument>(FormJson.Write, FormJson.Read));
        SqlMapper.AddTypeHandler(new JsonHandler<Answers>(a => a.ToJson(), Answers.FromJson));
        Ids.Teach<Unit>(); Ids.Teach<Person>(); Ids.Teach<JoiningLink>(); Ids.Teach<ApiToken>(); Ids.Teach<SavedCalendar>(); Ids.Teach<Absence>(); Ids.Teach<ExternalBody>();
        Ids.Teach<Customer>(); Ids.Teach<CustomerEvent>(); Ids.Teach<Contract>(); Ids.Teach<Asset>(); Ids.Teach<Consent>(); Ids.Teach<CustomerNote>(); Ids.Teach<ReferralLead>(); Ids.Teach<GradeRule>(); Ids.Teach<ChurnRule>(); Ids.Teach<Working>(); Ids.Teach<SavedSegment>(); Ids.Teach<LostReview>(); Ids.Teach<Annotation>(); Ids.Teach<Cost>(); Ids.Teach<IndicatorTree>();
        Ids.Teach<Form>(); Ids.Teach<FormVersion>(); Ids.Teach<Programme>(); Ids.Teach<Wave>(); Ids.Teach<Invitation>(); Ids.Teach<Response>(); Ids.Teach<Import>(); Ids.Teach<Upload>();
        Ids.Teach<Encounter>(); Ids.Teach<PointBefore>(); Ids.Teach<Standard>(); Ids.Teach<BlueprintStep>(); Ids.Teach<Promise>(); Ids.Teach<PromiseCheck>(); Ids.Teach<CustomerPromise>(); Ids.Teach<CustomerPreference>(); Ids.Teach<Delight>(); Ids.Teach<DelightAct>(); Ids.Teach<Gesture>(); Ids.Teach<Remedy>(); Ids.Teach<Case>(); Ids.Teach<CaseNote>(); Ids.Teach<CaseFile>(); Ids.Teach<CaseTask>(); Ids.Teach<CaseView>();
        Ids.Teach<Call>(); Ids.Teach<CallBackRule>(); Ids.Teach<CallBack>(); Ids.Teach<FollowUp>();
        SqlMapper.AddTypeHandler(new JsonHandler<ChannelSetup>(c => c.ToJson(), ChannelSetup.FromJson));
        Ids.Teach<Message>(); Ids.Teach<Post.Channels.Channel>(); Ids.Teach<MailIn>(); Ids.Teach<Post.Watch.Alarm>();
        Ids.Teach<HandOverOffer>(); Ids.Teach<CaseEscalation>();
        Ids.Teach<Visit>(); Ids.Teach<VisitPhoto>(); Ids.Teach<VisitPlan>(); Ids.Teach<VisitOrder>(); Ids.Teach<Defect>();
        Ids.Teach<Plan>(); Ids.Teach<PlanStep>(); Ids.Teach<WorkItem>(); Ids.Teach<Routine>(); Ids.Teach<FieldNote>(); Ids.Teach<FieldAction>(); Ids.Teach<SwotNote>();
    }

    sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset t => t,
            DateTime t => new(t.ToUniversalTime()),
            string t => DateTimeOffset.ParseExact(t, Iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            _ => throw new DataException("Not a moment."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = parameter is SqliteParameter ? value.UtcDateTime.ToString(Iso, CultureInfo.InvariantCulture) : value.UtcDateTime;
    }

    sealed class JsonHandler<T>(Func<T, string> write, Func<string, T> read) : SqlMapper.TypeHandler<T>
    {
        public override T Parse(object value) => read((string)value);
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = value is null ? DBNull.Value : write(value);
    }

    sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            DateOnly d => d,
            DateTime t => DateOnly.FromDateTime(t),
            string t => DateOnly.ParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => throw new DataException("Not a day."),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            if (parameter is SqliteParameter) parameter.Value = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            else { parameter.DbType = DbType.Date; parameter.Value = value; }
        }
    }
}
