using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.Delivery.Queue;

/// <summary>
/// The outbox as a queue for any number of lanes in any number of processes. Every statement is one transaction. Leases go by the database's
/// clock alone; what is due and what is stale goes by ours, as planning does. A row is changed only by whoever holds its lease, and a lease is a
/// claim in the row, never a lock in memory.
/// </summary>
internal sealed class OutboxQueue(NpgsqlDataSource database, IClock clock)
{
    /// <summary>What <see cref="ClaimAsync"/> asks: least urgent, most, lease, its duration, now.</summary>
    internal const string Claim =
        """
        with next as (
            select id
            from outbox
            where state in ('queued', 'sending', 'deferred', 'uncertain')
              and priority <= $1
              and not_before <= $5
              and (state <> 'sending' or lease_until < now())
              and (stale_at is null or stale_at > $5)
            order by priority, not_before
            limit $2
            for update skip locked)
        update outbox
        set state = 'sending', lease = $3, lease_until = now() + $4
        from next
        where outbox.id = next.id
        returning outbox.id, subscriber_id, week_id, kind, priority, message_id, created_at, attempts, inbound_id, cause
        """;

    /// <summary>Claims what may go out now, most urgent first, and skips what others are claiming.</summary>
    /// <param name="leastUrgent">Highest priority number to take: 1 leaves the weeks to others.</param>
    public async Task<IReadOnlyList<ClaimedMail>> ClaimAsync(Guid lease, TimeSpan duration, short leastUrgent, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = leastUrgent });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = lease });
        command.Parameters.Add(new() { Value = Duration.FromTimeSpan(duration) });
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var claimed = new List<ClaimedMail>(most);
        while (await reader.ReadAsync(cancellation))
        {
            claimed.Add(new()
            {
                Id = reader.GetGuid(0),
                SubscriberId = await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetInt64(1),
                WeekId = await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetInt64(2),
                Kind = StoredWord.Read<MailKind>(reader.GetString(3)),
                Priority = reader.GetInt16(4),
                MessageId = reader.GetString(5),
                CreatedAt = await reader.GetFieldValueAsync<Instant>(6, cancellation),
                Attempts = reader.GetInt32(7),
                InboundId = await reader.IsDBNullAsync(8, cancellation) ? null : reader.GetInt64(8),
                Cause = reader.GetString(9),
            });
        }

        // An update returns its rows in no order; IDs of version 7 rise with time.
        claimed.Sort((a, b) => (a.Priority, a.Id).CompareTo((b.Priority, b.Id)));
        return claimed;
    }

    /// <summary>
    /// The last word before a mail goes out: is it still ours, still of use, and may this person still be written to? Counts the attempt and
    /// renews the lease, so that it outlives the time a send may take.
    /// </summary>
    /// <remarks>
    /// Held people get no week, since what holds them came after it was planned; but a same-day hold has walking weeks of its own. A confirmation is for those who have not confirmed, or
    /// who left and typed themselves in anew. A goodbye is for those who left, and who left may still see what is kept of them. A safety mail goes to everybody whose address works, and an alert to the operator.
    /// </remarks>
    public async Task<Clearance> ClearAsync(Guid id, Guid lease, TimeSpan duration, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            with verdict as (
                select outbox.id,
                       case
                           when outbox.stale_at <= $4 then 'stale'
                           when kind = 'operator_alert' then 'sending'
                           when kind = 'confirm' and exists (select from sign_ups where mail_id = outbox.id) then 'sending'
                           when subscribers.state = 'suppressed' then 'cancelled'
                           when kind in ('goodbye', 'erased', 'address_moved', 'emergency', 'urgent', 'before_starting') then 'sending'
                           when kind = 'confirm' and subscribers.state <> 'pending' then 'cancelled'
                           when kind in ('link', 'summary') and subscribers.state = 'left' then 'sending'
                           when kind <> 'confirm' and subscribers.state in ('pending', 'left') then 'cancelled'
                           when kind in ('week', 'silence', 'flare') and subscribers.state = 'held' and hold_level is distinct from 'b' then 'cancelled'
                           else 'sending'
                       end as state
                from outbox
                left join subscribers on subscribers.id = outbox.subscriber_id
                where outbox.id = $1 and outbox.lease = $2 and outbox.state = 'sending'
                for update of outbox)
            update outbox
            set state = verdict.state,
                attempts = attempts + case verdict.state when 'sending' then 1 else 0 end,
                lease = case verdict.state when 'sending' then lease end,
                lease_until = case verdict.state when 'sending' then now() + $3 end
            from verdict
            where outbox.id = verdict.id
            returning outbox.state
            """);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = lease });
        command.Parameters.Add(new() { Value = Duration.FromTimeSpan(duration) });
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        return await command.ExecuteScalarAsync(cancellation) switch
        {
            "sending" => Clearance.Go,
            "stale" => Clearance.Stale,
            "cancelled" => Clearance.Cancelled,
            _ => Clearance.Lost,
        };
    }

    /// <summary>Closes a mail, or puts it back for later.</summary>
    /// <param name="error">Null keeps what stands there, but for a mail that went out; holds no address.</param>
    /// <param name="wait">Before it may be claimed again, by the clock that claims go by; for a state that stays open.</param>
    /// <param name="templates">What a mail that went out was written with.</param>
    /// <returns>Whether the row was still ours.</returns>
    public async Task<bool> SettleAsync(Guid id, Guid lease, DeliveryState state, string? error, TimeSpan wait, string? templates, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            update outbox
            set state = $3,
                last_error = case $3 when 'sent' then null else coalesce($4, last_error) end,
                not_before = case when $3 in ('queued', 'deferred', 'uncertain') then least($6 + $5, stale_at) else not_before end,
                sent_at = case $3 when 'sent' then now() end,
                templates = case $3 when 'sent' then $7 end,
                lease = null,
                lease_until = null
            where id = $1 and lease = $2 and state = 'sending'
            """);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = lease });
        command.Parameters.Add(new() { Value = StoredWord.Of(state) });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Duration.FromTimeSpan(wait) });
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        command.Parameters.Add(new() { Value = (object?)templates ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>Gives back what a lane holds and has not tried.</summary>
    /// <param name="error">Why, where that is the server's doing.</param>
    /// <param name="wait">Before they may be claimed again.</param>
    public async Task<int> ReleaseAsync(Guid lease, string? error, TimeSpan wait, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            update outbox
            set state = case when attempts > 0 or $2 is not null then 'deferred' else 'queued' end,
                last_error = coalesce($2, last_error),
                not_before = greatest(not_before, least($4 + $3, stale_at)),
                lease = null,
                lease_until = null
            where lease = $1 and state = 'sending'
            """);
        command.Parameters.Add(new() { Value = lease });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Duration.FromTimeSpan(wait) });
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Closes everything that waited too long. After an outage this is many rows in one statement.</summary>
    public async Task<int> CloseStaleAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            update outbox
            set state = 'stale', lease = null, lease_until = null
            where state in ('queued', 'sending', 'deferred', 'uncertain')
              and stale_at <= $1
              and (state <> 'sending' or lease_until < now())
            """);
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Whether a claim would find something.</summary>
    public async Task<bool> AnyWaitingAsync(short leastUrgent, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select exists (
                select 1
                from outbox
                where state in ('queued', 'sending', 'deferred', 'uncertain')
                  and priority <= $2
                  and not_before <= $1
                  and (state <> 'sending' or lease_until < now())
                  and (stale_at is null or stale_at > $1))
            """);
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        command.Parameters.Add(new() { Value = leastUrgent });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
