SELECT only_one FROM sms_provider FOR UPDATE
