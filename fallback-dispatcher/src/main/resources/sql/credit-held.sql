SELECT segments FROM sms_reservation WHERE message_id = :message::uuid
