using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace RunBackCare.Worker.Database.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "weeks_numbers",
                incrementBy: 100);

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_cursors",
                columns: table => new
                {
                    mailbox = table.Column<string>(type: "text", nullable: false),
                    uid_validity = table.Column<long>(type: "bigint", nullable: false),
                    uid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_cursors", x => x.mailbox);
                });

            migrationBuilder.CreateTable(
                name: "rate_limits",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    free_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rate_limits", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "subscribers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    address = table.Column<string>(type: "text", nullable: false),
                    address_key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    send_day = table.Column<string>(type: "text", nullable: false),
                    send_at = table.Column<LocalTime>(type: "time", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "jsonb", nullable: false),
                    country = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    consent_version = table.Column<int>(type: "integer", nullable: true),
                    consent_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    joined_on = table.Column<LocalDate>(type: "date", nullable: true),
                    next_plan_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    seed = table.Column<long>(type: "bigint", nullable: false),
                    token_version = table.Column<int>(type: "integer", nullable: false),
                    hold_level = table.Column<string>(type: "text", nullable: true),
                    hold_since = table.Column<LocalDate>(type: "date", nullable: true),
                    hold_why = table.Column<string>(type: "text", nullable: true),
                    hold_ended = table.Column<LocalDate>(type: "date", nullable: true),
                    asked = table.Column<string>(type: "text", nullable: true),
                    asked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    plan_error = table.Column<string>(type: "text", nullable: true),
                    plan_failures = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscribers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "token_keys",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_keys", x => x.number);
                    table.CheckConstraint("ck_token_keys_number", "number between 1 and 255");
                });

            migrationBuilder.CreateTable(
                name: "inbound_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_key = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: true),
                    arrived_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    written_at = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    raw = table.Column<byte[]>(type: "bytea", nullable: true),
                    reading = table.Column<string>(type: "jsonb", nullable: true),
                    effect = table.Column<string>(type: "jsonb", nullable: true),
                    undone_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    times_seen = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_inbound_messages_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suppressions",
                columns: table => new
                {
                    address_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppressions", x => x.address_hash);
                    table.ForeignKey(
                        name: "fk_suppressions_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "weeks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    starts_on = table.Column<LocalDate>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "jsonb", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    policy_version = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_weeks", x => x.id);
                    table.CheckConstraint("ck_weeks_monday", "extract(isodow from starts_on) = 1");
                    table.ForeignKey(
                        name: "fk_weeks_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: true),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    seen_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                    table.ForeignKey(
                        name: "fk_alerts_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_alerts_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bounces",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    hard = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    diagnostic = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bounces", x => x.id);
                    table.ForeignKey(
                        name: "fk_bounces_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bounces_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pain_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true),
                    week = table.Column<LocalDate>(type: "date", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: true),
                    moment = table.Column<string>(type: "text", nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    answered = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    withdrawn_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pain_reports", x => x.id);
                    table.CheckConstraint("ck_pain_reports_score", "score between 0 and 10");
                    table.ForeignKey(
                        name: "fk_pain_reports_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pain_reports_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pauses",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    from_day = table.Column<LocalDate>(type: "date", nullable: false),
                    to_day = table.Column<LocalDate>(type: "date", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: false),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_pauses_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_pauses_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safety_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    phrase = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    acknowledged_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    acknowledged_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_safety_events_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_safety_events_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_logs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true),
                    week = table.Column<LocalDate>(type: "date", nullable: false),
                    answered = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    log = table.Column<string>(type: "jsonb", nullable: false),
                    withdrawn_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_logs", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_logs_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_session_logs_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    week_id = table.Column<long>(type: "bigint", nullable: true),
                    inbound_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    stale_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_inbound_messages_inbound_id",
                        column: x => x.inbound_id,
                        principalTable: "inbound_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_outbox_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_outbox_weeks_week_id",
                        column: x => x.week_id,
                        principalTable: "weeks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_inbound_id",
                table: "alerts",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_kind_at",
                table: "alerts",
                columns: new[] { "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_subscriber_id",
                table: "alerts",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_subscriber_id",
                table: "audit",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_bounces_inbound_id",
                table: "bounces",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_bounces_subscriber_id_at",
                table: "bounces",
                columns: new[] { "subscriber_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_message_key",
                table: "inbound_messages",
                column: "message_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_raw",
                table: "inbound_messages",
                column: "created_at",
                filter: "raw is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_subscriber_id_created_at",
                table: "inbound_messages",
                columns: new[] { "subscriber_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_cause",
                table: "outbox",
                column: "cause",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_inbound_id",
                table: "outbox",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_open",
                table: "outbox",
                columns: new[] { "priority", "not_before" },
                filter: "state in ('queued', 'sending', 'deferred', 'uncertain')");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_subscriber_id",
                table: "outbox",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_week_id",
                table: "outbox",
                column: "week_id");

            migrationBuilder.CreateIndex(
                name: "ix_pain_reports_inbound_id",
                table: "pain_reports",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_pain_reports_subscriber_id_week",
                table: "pain_reports",
                columns: new[] { "subscriber_id", "week" },
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_pauses_inbound_id",
                table: "pauses",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_pauses_subscriber_id",
                table: "pauses",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_events_inbound_id",
                table: "safety_events",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_events_open",
                table: "safety_events",
                column: "created_at",
                filter: "acknowledged_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_safety_events_subscriber_id",
                table: "safety_events",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_logs_inbound_id",
                table: "session_logs",
                column: "inbound_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_logs_subscriber_id_week",
                table: "session_logs",
                columns: new[] { "subscriber_id", "week" },
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_subscribers_address_key",
                table: "subscribers",
                column: "address_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscribers_due",
                table: "subscribers",
                column: "next_plan_at",
                filter: "next_plan_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_subscribers_erased_at",
                table: "subscribers",
                column: "erased_at",
                filter: "erased_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_subscriber_id",
                table: "suppressions",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_weeks_subscriber_id_starts_on_revision",
                table: "weeks",
                columns: new[] { "subscriber_id", "starts_on", "revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "bounces");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "inbox_cursors");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "pain_reports");

            migrationBuilder.DropTable(
                name: "pauses");

            migrationBuilder.DropTable(
                name: "rate_limits");

            migrationBuilder.DropTable(
                name: "safety_events");

            migrationBuilder.DropTable(
                name: "session_logs");

            migrationBuilder.DropTable(
                name: "suppressions");

            migrationBuilder.DropTable(
                name: "token_keys");

            migrationBuilder.DropTable(
                name: "weeks");

            migrationBuilder.DropTable(
                name: "inbound_messages");

            migrationBuilder.DropTable(
                name: "subscribers");

            migrationBuilder.DropSequence(
                name: "weeks_numbers");
        }
    }
}
