using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Computes from the book where everybody stands. Pure: no database, no clock.</summary>
static class WorkingOut
{
    public static WorkedOut Of(CustomerBook book, GradeRule gradeRule, ChurnRule churnRule, ValueTerms terms, DateTimeOffset startedAt)
    {
        var quarters = Quarters.Of(book);
        var facts = FactFinding.Of(book, quarters, churnRule.DaysOf);
        var lifetimes = LifetimeFigures.Of(book, facts, terms);
        var grades = GradeCourse.Of(book, quarters, gradeRule, lifetimes.Values);
        var tally = new UnitTally(book, facts, grades, quarters, new RecencyFrequency(facts, quarters.AsOf));
        var documents = new List<(int, string, string)>();
        foreach (var (unit, customers) in tally.Members())
        {
            documents.Add((unit, BaseDocument.Kind, UnitDocuments.Write(tally.Base(customers))));
            documents.Add((unit, ChurnDocument.Kind, UnitDocuments.Write(tally.Churn(customers))));
            documents.Add((unit, SurvivalDocument.Kind, UnitDocuments.Write(tally.Survival(customers))));
        }
        return new() { Book = book, Facts = facts, Grades = grades, Documents = documents, Lifetimes = lifetimes, Next = new(book), Risk = RiskFound.Of(book, facts, quarters, churnRule), GradeRule = gradeRule, ChurnRule = churnRule, StartedAt = startedAt };
    }
}
