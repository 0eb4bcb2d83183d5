namespace Regard.Cases;

/// <summary>Keeps as a fact which clocks have run out. Done by the timetable; returns how many.</summary>
public sealed record SweepCaseClocks : Change<int>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override Task<int> Run(Session s) => s.Write("""
        update case_clocks set outcome = 'Missed', missed_at = due_at where outcome = 'Running' and left_minutes is null and due_at < @Now
        """, new { s.Now });
}
