namespace Regard.Cases;

static class CaseProposals
{
    public static Task<Proposal?> Last(Session s, Case c) => s.Maybe<Proposal>("""
        select o.number, o.words, p.name as made_by, o.made_at, o.is_accepted, o.channel, o.answer, o.answered_at from case_proposals o left join people p on p.id = o.made_by
        where o.customer_id = @CustomerId and o.case_id = @Id order by o.number desc limit 1
        """, new { c.CustomerId, c.Id });
}
